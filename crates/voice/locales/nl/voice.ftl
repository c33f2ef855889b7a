# Inbrengen: wat inwoners lezen.

voice-step-of = Stap { $step } van { $all }
voice-step-idea = Wat is uw idee?
voice-step-where = Waar gaat het over?
voice-step-photo = Wilt u er een foto bij doen?
voice-step-answer = Hoe mogen wij u antwoorden?
voice-step-reach = Waar mag het antwoord naartoe?
voice-step-check = Kijk alles na en verstuur
voice-next = Verder
voice-back = Terug

voice-idea-intro = Schrijf het zoals u het zou vertellen. U hebt geen account nodig en u hoeft niet te zeggen wie u bent.
voice-title-label = Uw idee in één zin
voice-title-hint = Bijvoorbeeld: een bank bij de bushalte. Hoogstens 150 tekens.
voice-body-label = Uw idee in uw eigen woorden
voice-body-hint = Wat wilt u veranderen, en waarom? Zet er geen namen, telefoonnummers of adressen in. Hoogstens 6000 tekens.
voice-idea-language-label = In welke taal schrijft u?
voice-idea-language-hint = Elke taal is goed.

voice-where-intro = Vul in wat u weet. Gaat het over de hele gemeente, ga dan gewoon verder.
voice-area-label = Wijk of buurt
voice-street-label = Straat
voice-street-hint = Alleen de naam van de straat. Zet uw eigen huisnummer er niet bij.
voice-place-label = Plek in woorden
voice-place-hint = Bijvoorbeeld: achter de school.
voice-map-title = Of duid de plek aan op de kaart
voice-map-hint = Klik of tik op de kaart. Kunt u de kaart niet zien of niet aanwijzen? Kies dan hierboven de wijk: dat is even goed.
voice-map-alt = Kaart van de wijken. Druk op de plek waar het over gaat.
voice-point-chosen = Plek aangeduid op de kaart
voice-nowhere = Geen plek ingevuld

voice-photo-intro = Een foto is niet nodig. Zet er geen herkenbare mensen of nummerplaten op. Wij halen weg waar en wanneer de foto genomen is.
voice-photo-label = Kies een foto
voice-photo-hint = Een JPEG- of PNG-bestand van hoogstens 8 MB. Hoogstens drie foto’s.
voice-photo-add = Voeg deze foto toe
voice-photo-nth = Foto { $number }
voice-photo-words-label = Wat staat er op foto { $number }?
voice-photo-drop = Haal foto { $number } weg
voice-photo-count = { $count ->
    [0] Geen foto
    [one] 1 foto
   *[other] { $count } foto’s
}
voice-photo-empty = Het bestand is leeg. Kies een andere foto.
voice-photo-too-large = De foto is groter dan 8 MB. Kies een kleinere foto, of ga verder zonder foto.
voice-photo-kind = Dit is geen JPEG- of PNG-foto. Kies een ander bestand, of ga verder zonder foto.
voice-photo-pixels = De foto is te groot om te lezen. Maak ze kleiner, of ga verder zonder foto.
voice-photo-damaged = De foto is beschadigd of niet helemaal aangekomen. Probeer het nog eens, of kies een andere foto.
voice-photo-too-many = Er zijn al drie foto’s. Haal er eerst één weg.
voice-photo-sent = Dit idee is al verstuurd. Er kan geen foto meer bij.
voice-photo-gone = Een foto is niet meer bewaard, omdat ze meer dan een dag wachtte. Kies ze nog eens, of ga verder zonder foto.
voice-photo-words-long = De uitleg bij een foto is te lang. Maak ze korter.

voice-answer-intro = Wij publiceren het antwoord altijd op deze website. Wilt u het ook persoonlijk krijgen?
voice-answer-by-label = Hoe wilt u het antwoord krijgen?
voice-answer-by-hint = Wij gebruiken dit alleen om u te antwoorden of om u iets te vragen over uw idee.
voice-answer-none = Niet persoonlijk: ik kijk zelf op de website
voice-answer-mail = Met een e-mail
voice-answer-letter = Met een brief
voice-answer-phone = Met een telefoontje
voice-answer-intermediary = Via een organisatie die mij kent
voice-reach-mail = Naar welk e-mailadres mogen wij het antwoord sturen?
voice-reach-letter = Naar welk adres mogen wij de brief sturen?
voice-reach-phone = Op welk nummer mogen wij u bellen?
voice-reach-intermediary = Welke organisatie brengt u het antwoord? De gemeente hoeft niet te weten wie u bent.
voice-reach-kept = Wij bewaren dit apart van uw idee. Niemand ziet het op de website. Wie bij de gemeente het bekijkt, wordt genoteerd.
voice-name-label = Uw naam
voice-mail-label = Uw e-mailadres
voice-phone-label = Uw telefoonnummer
voice-phone-hint = Bijvoorbeeld 0470 12 34 56.
voice-phone-wrong = Dit lijkt geen telefoonnummer. Schrijf alleen cijfers, zoals 0470 12 34 56.
voice-address-label = Straat, nummer, postcode en gemeente
voice-address-hint = Zoals op een omslag.
voice-organisation-label = Welke organisatie?
voice-pseudonym-label = Onder welke naam kennen zij u?
voice-pseudonym-hint = Dat mag een schuilnaam zijn.
voice-updates-label = Mail mij ook als er tussendoor iets gebeurt met mijn idee.
voice-updates-hint = Dit mag u altijd weer afzeggen.

voice-check-yours = Dit stuurt u
voice-check-where = Waar
voice-check-photos = Foto’s
voice-check-answer = Antwoord
voice-change-idea = Verander het idee
voice-change-where = Verander de plek
voice-change-photo = Verander de foto’s
voice-change-answer = Verander het antwoord
voice-private-title = Wij vonden iets persoonlijks in uw tekst
voice-private-text = Uw woorden worden openbaar. Dit is niet nodig om gehoord te worden:
voice-alike-title = Lijkt dit op wat u bedoelt?
voice-alike-text = Anderen stuurden al iets dat erop lijkt. U mag het uwe gewoon versturen: elk idee telt en krijgt een eigen antwoord.
voice-send-title = Versturen
voice-send-text = Iemand van de gemeente kijkt eerst of er niets persoonlijks in staat. Daarna kan iedereen uw idee lezen en volgen. Uw naam en adres staan er nooit bij.
voice-send-rules = Lees de spelregels
voice-private-label = Zet mijn woorden niet op de website.
voice-private-hint = De gemeente leest uw idee wel, en u krijgt wel een antwoord.
voice-send = Verstuur mijn idee
voice-sent-before = U hebt met dit formulier al een idee verstuurd: nummer { $number }. Wilt u dit als een tweede idee versturen, kies dan nog eens «Verstuur mijn idee». Foto’s moet u opnieuw kiezen.
voice-paper-instead = Liever op papier?
voice-paper-link = Druk het formulier af

voice-closed-title = U kunt nu geen idee insturen
voice-closed-text = Voor dit project vraagt de gemeente nu geen ideeën. Op de pagina van het project ziet u waarom, en wat er nu gebeurt.
voice-closed-words = Uw woorden
voice-closed-words-text = Wij konden dit niet meer aannemen. Bewaar uw tekst, of bel of schrijf de gemeente.
voice-closed-process = Naar de pagina van het project

voice-receipt-title = Wij hebben uw idee ontvangen
voice-receipt-thanks = Dank u wel. Bewaar dit ontvangstbewijs: druk het af, maak er een foto van of schrijf de codes over.
voice-receipt-number = Nummer van uw idee
voice-receipt-code = Geheime code
voice-receipt-code-text = Iedereen kan uw idee volgen met het nummer. Alleen met de geheime code kunt u antwoorden of uw idee intrekken. Wij kunnen de code later niet meer tonen.
voice-receipt-no-code = Dit idee was al ontvangen. De geheime code staat op uw eerste ontvangstbewijs; wij bewaren ze niet leesbaar en kunnen ze niet nog eens tonen.
voice-receipt-address = Volg uw idee op
voice-receipt-qr = QR-code met het adres waarop u uw idee volgt
voice-receipt-next = Wat gebeurt er nu?
voice-receipt-next-check = Iemand kijkt of er niets persoonlijks in staat. Dan komt uw idee op de website.
voice-receipt-next-private = Uw woorden komen niet op de website. Het nummer en de weg van uw idee kunt u wel volgen.
voice-receipt-next-department = Wij zoeken de dienst die erover gaat. U ziet altijd wie het heeft en tot wanneer.
voice-receipt-answer-none = U vindt het antwoord op de website, onder het nummer van uw idee.
voice-receipt-answer-mail = U krijgt het antwoord met een e-mail, en het staat op de website.
voice-receipt-answer-letter = U krijgt het antwoord met een brief, en het staat op de website.
voice-receipt-answer-phone = Wij bellen u met het antwoord, en het staat op de website.
voice-receipt-answer-intermediary = De organisatie die u koos brengt u het antwoord, en het staat op de website.
voice-receipt-print = U kunt deze pagina afdrukken.
voice-receipt-withdraw = Mijn idee weer intrekken
voice-receipt-gone-title = Hier staat geen ontvangstbewijs meer
voice-receipt-gone-text = Een ontvangstbewijs blijft een kwartier staan. Hebt u het nummer van uw idee, dan kunt u het volgen.
voice-receipt-follow = Volg een idee met het nummer

voice-kiosk-intro = Op dit scherm kunt u een idee voor de gemeente achterlaten. U hebt geen account nodig.
voice-kiosk-begin = Begin
voice-kiosk-wiped = Wat u hier typt, wordt gewist zodra u klaar bent.
voice-kiosk-wipe = Wis alles en begin opnieuw
voice-kiosk-soon = Over { $seconds } seconden begint dit scherm opnieuw. Schrijf eerst uw codes over of neem er een foto van.
voice-kiosk-done = Ik heb mijn codes: wis het scherm
voice-kiosk-longer = Ik heb meer tijd nodig

voice-list-title = Wat mensen inbrachten
voice-list-count = { $shown ->
    [one] 1 bijdrage kunt u lezen.
   *[other] { $shown } bijdragen kunt u lezen.
} { $waiting ->
    [0] { "" }
    [one] 1 bijdrage kijken wij nog na.
   *[other] { $waiting } bijdragen kijken wij nog na.
} { $withdrawn ->
    [0] { "" }
    [one] 1 bijdrage is ingetrokken.
   *[other] { $withdrawn } bijdragen zijn ingetrokken.
}
voice-list-kept-back = { $count ->
    [one] 1 bijdrage tonen wij niet: zie de spelregels.
   *[other] { $count } bijdragen tonen wij niet: zie de spelregels.
}
voice-list-heading = Bijdragen
voice-list-empty = Er is nog niets te lezen.
voice-list-found = { $count ->
    [one] 1 bijdrage gevonden met «{ $words }».
   *[other] { $count } bijdragen gevonden met «{ $words }».
}
voice-list-none-found = Niets gevonden. Probeer een ander woord.
voice-list-add = Breng ook iets in
voice-search-label = Zoek in de bijdragen
voice-search = Zoek
voice-since = sinds { $day }
voice-came = { $channel }, { $day }
voice-masked = De gemeente verving iets persoonlijks door woorden tussen haken.
voice-unsaid-waiting = Iemand van de gemeente kijkt deze woorden nog na. Daarna kunt u ze hier lezen.
voice-unsaid-withdrawn = De indiener trok deze bijdrage in.
voice-unsaid-kept-back = Deze woorden tonen wij niet. De gemeente behandelt de bijdrage wel. Spelregel: { $rule }. { $reason }
voice-mask-name = [naam]
voice-mask-phone = [telefoonnummer]
voice-mask-mail = [e-mailadres]
voice-mask-address = [adres]
voice-mask-number = [persoonlijk nummer]
voice-mask-iban = [rekeningnummer]
voice-mask-words = [persoonlijk]
voice-found-national-number = een rijksregisternummer
voice-found-bsn = een burgerservicenummer
voice-found-iban = een rekeningnummer
voice-found-mail = een e-mailadres
voice-found-phone = een telefoonnummer
voice-found-address = een adres
voice-found-name = een naam

voice-withdraw-title = Bijdrage { $number } intrekken
voice-withdraw-intro = U mag uw bijdrage altijd intrekken. U hoeft niet te zeggen waarom. Op de website blijft dan alleen staan dat ze is ingetrokken.
voice-code-label = Geheime code van uw ontvangstbewijs
voice-code-hint = Zestien tekens in vier groepjes. Hoofdletters en streepjes maken niet uit.
voice-code-shape = Dit is geen geheime code: ze heeft zestien tekens. Kijk op uw ontvangstbewijs.
voice-code-wrong = Deze code hoort niet bij deze bijdrage. Kijk na of nummer en code op hetzelfde ontvangstbewijs staan.
voice-erasure-label = Wat moet er met uw woorden gebeuren?
voice-erasure-hide = Niet meer tonen, maar bewaren tot de gemeente verantwoord heeft wat ze ermee deed
voice-erasure-words = Meteen wissen, met foto’s en plek
voice-forget-label = Ook uw contactgegevens wissen?
voice-forget-hint = Typ dan het e-mailadres, het telefoonnummer of het adres dat u toen gaf. Het kan ook aan het loket. Wij wissen dan ook de woorden van al uw bijdragen onder die gegevens.
voice-reach-wrong = Dit is niet wat u ons toen gaf. Laat dit leeg, of kom langs aan het loket.
voice-withdraw = Trek mijn bijdrage in
voice-withdraw-lost = Bent u de code kwijt? Bel of kom langs: aan het loket kan het ook.
voice-withdraw-done = Deze bijdrage is ingetrokken.
voice-withdraw-page = Naar de pagina van de bijdrage
voice-withdrawn-notice = Uw bijdrage is ingetrokken.
voice-fault-withdrawn = Deze bijdrage is ingetrokken.
voice-fault-no-comments = Op deze bijdrage kunt u nu niet reageren.

voice-comments-title = Reacties op bijdrage { $number }
voice-comments-none = Er zijn nog geen reacties.
voice-comment-title = Zelf reageren
voice-comment-intro = Een moderator leest uw reactie eerst. U hebt geen account nodig en uw naam staat er niet bij.
voice-comment-label = Uw reactie
voice-comment-hint = Hoogstens 1500 tekens.
voice-comment-send = Verstuur mijn reactie
voice-comment-notice = Wij hebben uw reactie ontvangen.
voice-comment-received = Uw reactie heeft nummer { $number }. Onder dat nummer ziet u op deze pagina of ze geplaatst is, of waarom niet.
voice-comment-refused = Niet geplaatst. Spelregel: { $rule }. Reden:

voice-rules-title = Spelregels
voice-rules-intro = Iedereen mag meepraten, ook wie boos is. Wij veranderen niets aan wat u zegt. Deze regels gelden voor ideeën, foto’s en reacties.
voice-rules-checked-title = Wie kijkt, en waarnaar?
voice-rules-checked = Een mens van de gemeente leest alles voor het op de website komt. Namen, telefoonnummers, adressen en andere persoonlijke gegevens vervangen wij door woorden tussen haken. Een programma helpt met zoeken; het beslist niets.
voice-rules-list-title = Wat wij niet tonen
voice-rules-travels-title = Wat er dan gebeurt
voice-rules-travels = U krijgt altijd te lezen onder welke regel en waarom. Een idee dat wij niet tonen, behandelt de gemeente wel, en u krijgt een antwoord.
voice-rules-against-title = Niet akkoord?
voice-rules-against = Bel, schrijf of kom langs. Iemand anders dan de moderator kijkt er dan opnieuw naar.
voice-rule-insult = Beledigen of bedreigen
voice-rule-insult-explained = Woorden die iemand uitschelden, vernederen of bang maken. Kritiek op de gemeente mag altijd.
voice-rule-hatred = Haat of discriminatie
voice-rule-hatred-explained = Woorden die mensen wegzetten om hun afkomst, geloof, geslacht, geaardheid, leeftijd of handicap.
voice-rule-private = Over het leven van een ander
voice-rule-private-explained = Wat u over iemand vertelt en wat alleen die persoon aangaat.
voice-rule-advertising = Reclame
voice-rule-advertising-explained = Woorden die iets verkopen, of die stemmen vragen voor een partij.
voice-rule-unlawful = Tegen de wet
voice-rule-unlawful-explained = Wat volgens de wet niet openbaar mag, of wat niet van u is.
voice-rule-wish = Op vraag van de indiener
voice-rule-wish-explained = De indiener vroeg om de woorden niet te tonen.

voice-paper-title = Formulier op papier
voice-paper-print = Druk deze pagina af op A4. Het formulier vraagt hetzelfde als de website.
voice-paper-question = De vraag van de gemeente:
voice-paper-fixed = Dit ligt al vast:
voice-paper-hand-in = Geef dit formulier af of stuur het naar:
voice-paper-before = Doe dat vóór { $day } voorbij is.
voice-paper-photo = Niet de foto aan dit blad.
voice-paper-rules = De spelregels hangen aan het loket.
voice-paper-receipt = U krijgt een ontvangstbewijs met een nummer en een geheime code: meteen aan het loket, of langs de weg die u hierboven koos.
voice-paper-online = Het kan ook op de website:
voice-paper-staff = In te vullen door wie het ontvangt:
voice-paper-staff-fields = ontvangen op … / nummer … / partij … / voorgelezen ja – nee

voice-mail-received-subject = Wij hebben uw idee ontvangen: { $number }
voice-mail-received-text =
    Dank u wel. Uw idee heeft nummer { $number }.

    U kunt het volgen op { $address }. U ziet daar altijd wie het heeft en tot wanneer. Het antwoord sturen wij u ook met een e-mail.

    De geheime code waarmee u kunt reageren of intrekken, stond op uw ontvangstbewijs. Wij sturen ze niet met een e-mail.

    { $municipality }
voice-mail-kept-back-subject = Uw idee { $number } tonen wij niet op de website
voice-mail-kept-back-text =
    De woorden van uw idee { $number } staan niet op de website. De gemeente behandelt uw idee wel, en u krijgt een antwoord.

    Spelregel: { $rule }
    Reden: { $reason }

    Bent u het er niet mee eens? Bel, schrijf of kom langs. Iemand anders kijkt er dan opnieuw naar. U kunt uw idee volgen op { $address }.

    { $municipality }

voice-translation-in = Vertaling: { $language }
voice-translation-by-human = Vertaald door een mens, op vraag van de gemeente. Wat de indiener zelf schreef, staat erboven.
voice-translation-by-machine = Vertaald door een machine, op vraag van de gemeente. Er kunnen fouten in staan. Wat de indiener zelf schreef, staat erboven.
voice-fault-not-public = Deze woorden zijn niet openbaar, of ze staan al in die taal. Ze kunnen niet vertaald worden.
