### Antwoorden schrijven en bezorgen.

answer-form-title = Antwoord geven
answer-form-back = Terug naar het dossier
answer-form-lead = { $count ->
    [one] Eén indiener wacht op antwoord. Zeg wat er met zijn of haar woorden is gebeurd.
   *[other] { $count } indieners wachten op antwoord. Zeg aan elk wat er met zijn of haar woorden is gebeurd.
}
answer-form-saved = Bewaard op { $time }. Nog niet gepubliceerd.
answer-form-decided = Wat beslist is
answer-form-criteria = Criteria die beloofd zijn
answer-form-authors = Wat de indieners zeiden
answer-form-remarks = Kan het eenvoudiger?
answer-form-remark = U schrijft «{ $word }». De meeste mensen zeggen: { $better }.
answer-form-ease = Leesgemak: { $score }. Hoe hoger, hoe makkelijker; onder 0 en boven 100 kan. Gemiddeld { $words ->
    [one] één woord
   *[other] { $words } woorden
} in een zin.
answer-form-hint-long = Deze zin heeft { $words } woorden: «{ $begins } …». Kan hij in twee?
answer-form-hints-only = Dit zijn hints. Een getal weet niet of iemand u begrijpt: lees het voor aan iemand die er niet bij was.
answer-form-check = Kijk na hoe het leest
answer-form-done-label = Wat is er met de inbreng gebeurd?
answer-form-done-hint = Vertel wie ernaar keek, wat er onderzocht is en wat eruit kwam. Minstens één volle zin.
answer-form-done-missing = Schrijf wat er met de inbreng is gebeurd.
answer-form-criterion-label = Wat gaf de doorslag?
answer-form-criterion-hint = Het criterium dat beslist heeft, in gewone woorden. Bijvoorbeeld: de brandweer moet er altijd door kunnen.
answer-form-criterion-missing = Schrijf welk criterium de doorslag gaf.
answer-form-why-not-label = Waarom niet?
answer-form-why-not-hint = Leg uit waarom het niet, of niet helemaal, kan. Iemand die het niet eens is, moet de reden kunnen volgen.
answer-form-why-not-missing = Schrijf waarom niet. Een nee zonder reden kan niet gepubliceerd worden.
answer-form-coming-label = Wat komt er nu?
answer-form-coming-hint = Wie doet wat, en wanneer. Laat leeg als er niets meer komt.
answer-form-coming-missing = Deze tekst bestaat wel in een andere taal. Schrijf hem ook hier.
answer-form-own = Voor elke indiener apart
answer-form-own-text = Wat is er met de woorden van deze ene indiener gebeurd? Reist de bijdrage samen met andere, dan is dit nodig voor iedereen.
answer-form-own-label = Aan de indiener van { $number }
answer-form-own-hint = Noem iets uit de eigen woorden van de indiener, en zeg wat ermee is gedaan.
answer-form-own-missing = Zeg ook aan deze indiener wat er met zijn of haar woorden is gebeurd.
answer-form-in-language = { $label } ({ $language })
answer-form-translation = Ook in het { $language }
answer-form-translation-text = Een indiener schreef in deze taal. Een vertaling is niet verplicht, maar wel zo goed. Vul dan alle delen in.
answer-form-origin-label = Wie vertaalde?
answer-form-origin-human = Een mens
answer-form-origin-machine = Een machine, en niemand las het na
answer-form-plain-label = Ik heb het antwoord hardop gelezen. Het zijn gewone woorden.
answer-form-plain-hint = Korte zinnen, geen vaktaal, geen afkortingen. Een zin heeft hoogstens 35 woorden.
answer-form-plain-missing = Lees het antwoord hardop en kruis dit aan.
answer-form-short = Dit is te kort om iets te zeggen. Schrijf minstens { $least } tekens.
answer-form-long = Dit is te lang. Hoogstens { $most } tekens.
answer-form-sentence = De zin die begint met «{ $begins }» heeft { $words } woorden. Maak er twee zinnen van.
answer-form-begin-text = Er is een voorbeeld voor deze uitkomst. Het komt alleen in velden die nog leeg zijn. Vul in wat tussen haken staat, en haal weg wat niet klopt.
answer-form-begin = Begin met het voorbeeld
answer-form-begun = De lege velden zijn gevuld met het voorbeeld. Pas de woorden aan: vul in wat tussen haken staat, en haal weg wat niet klopt.
answer-form-left-open = Hier staat nog iets om in te vullen: { $left }. Vul het in, of haal de zin weg.
answer-form-publish = Publiceer en bezorg dit antwoord
answer-form-save = Bewaar als ontwerp
answer-form-draft-saved = Het ontwerp is bewaard. Niemand buiten de gemeente ziet het.
answer-form-published = Het antwoord is gepubliceerd. Elke indiener krijgt het op de gevraagde manier.
answer-form-too-early = Er is nog niets beslist. Antwoord geven kan daarna.
answer-form-all-answered = Alle indieners van dit dossier hebben een antwoord.

answer-deliveries-title = Antwoorden bezorgen
answer-deliveries-text = Deze antwoorden en berichten zijn nog niet bij hun indiener. Wie het langst wacht, staat bovenaan.
answer-deliveries-caption = Te bezorgen antwoorden
answer-deliveries-empty = Hier staat niets.
answer-deliveries-number = Bijdrage
answer-deliveries-channel = Manier
answer-deliveries-which = Welke
answer-deliveries-open = Nog te doen
answer-deliveries-done = Klaar
answer-deliveries-filter = Toon deze
answer-deliveries-through = Langs wie
answer-deliveries-notice = Bericht
answer-deliveries-direct = Rechtstreeks
answer-deliveries-unknown = Geen adres bekend
answer-deliveries-status = Stand
answer-deliveries-since = Sinds
answer-deliveries-do = Doen
answer-deliveries-letter = Brief openen
answer-deliveries-letters = Druk alle wachtende brieven af

answer-delivery-title = Eén antwoord bezorgen
answer-delivery-back = Terug naar de lijst
answer-delivery-how-mail = De indiener krijgt dit antwoord per mail. Het programma verstuurt de mail en noteert dat. Lukt het niet, neem dan een andere weg.
answer-delivery-how-letter = De indiener krijgt dit antwoord per brief. Druk de brief af, noteer dat, en noteer ook wanneer hij de deur uit is.
answer-delivery-how-phone = De indiener wil gebeld worden. Open de brief: daar staan het nummer en wat u kunt zeggen.
answer-delivery-how-intermediary = De organisatie die hielp, kent de indiener en brengt het antwoord. Druk de brief af en geef hem mee.
answer-delivery-unknown = Wij kennen geen adres van deze indiener. Het antwoord staat op de openbare bladzijde. Noteer dat het niet bezorgd kon worden, en waarom.
answer-delivery-pseudonym = Naam bij de organisatie
answer-delivery-status = Hoe ver is het?
answer-delivery-reason = Waarom kwam het niet aan?
answer-delivery-reason-hint = Alleen als het niet aankwam. Schrijf geen namen.
answer-delivery-send = Noteer dit
answer-delivery-noted = Genoteerd.

answer-letters-title = Brieven om af te drukken
answer-letters-empty = Er wacht geen brief op afdrukken.
answer-letters-count = { $count ->
    [one] Eén brief wacht op afdrukken.
   *[other] { $count } brieven wachten op afdrukken. Elke brief krijgt een eigen blad.
}
answer-letters-text = Druk deze bladzijde af met de knop van uw browser. Leg de brieven op de post of geef ze mee, en noteer dat dan hier. Dat u de adressen hebt bekeken, staat in het logboek.
answer-letters-post = { $count ->
    [one] Noteer dat deze brief op de post is
   *[other] Noteer dat deze { $count } brieven op de post zijn
}
answer-letters-unknown = Van deze indieners kennen wij geen adres. Hun brief zit er niet bij.
answer-letters-posted = { $posted ->
    [0] Geen brief op de post gedaan
    [one] 1 brief op de post gedaan
   *[other] { $posted } brieven op de post gedaan
}{ $already ->
    [0] { "" }
    [one] , 1 niet: was intussen al bezorgd
   *[other] , { $already } niet: waren intussen al bezorgd
}{ $gone ->
    [0] { "" }
    [one] , 1 niet: hoeft niet meer
   *[other] , { $gone } niet: hoeven niet meer
}.

answer-letter-title = Brief met het antwoord
answer-letter-back = Terug naar de bezorging
answer-letter-text = Druk deze bladzijde af met de knop van uw browser. Dat u het adres hebt bekeken, staat in het logboek.
answer-letter-call = Bel:

answer-reviews-title = Vragen om herziening
answer-reviews-text = Deze indieners vragen dat iemand er opnieuw naar kijkt.
answer-reviews-empty = Niemand vraagt om een herziening.
answer-reviews-asked = Gevraagd op
answer-reviews-understood = Begreep het antwoord
answer-reviews-fair = Vond het eerlijk
answer-reviews-yes = ja
answer-reviews-no = nee
answer-reviews-unsaid = niet gezegd
answer-review-title = Vraag om herziening
answer-review-back = Terug naar de lijst
answer-review-words = Wat de indiener erbij zegt
answer-review-choice = Wordt er opnieuw naar gekeken?
answer-review-grant = Ja, sta de herziening toe
answer-review-decline = Nee, en dit is waarom
answer-review-text = Bij ja gaat het dossier terug naar de dienst. Elke indiener krijgt een nieuw antwoord. Het eerdere antwoord blijft te lezen. Bij nee staat uw reden op de openbare bladzijde.
answer-review-reason = Waarom wel of niet?
answer-review-reason-hint = Deze reden staat op de openbare bladzijde.
answer-review-reason-missing = Schrijf waarom er wel of niet opnieuw naar gekeken wordt.
answer-review-send = Leg dit vast
answer-review-granted = De herziening is toegestaan.
answer-review-declined = De herziening is niet toegestaan. De reden staat op de openbare bladzijde.
answer-letter-pdf = Open als PDF
answer-pdf-no-font = Op deze server staat geen lettertype om een PDF mee te maken. Druk de brief af vanaf de bladzijde zelf.
answer-pdf-refused = Deze brief bevat tekens die het lettertype niet heeft. Druk de brief af vanaf de bladzijde zelf.
answer-letters-pdf = Open deze brieven als één PDF
answer-handle-title = Dossier afhandelen
answer-handle-lead = Alles op één bladzijde, van screening tot antwoord. Elke stap komt in het logboek en op de openbare bladzijde, net als anders. Klopt er één niet, dan gebeurt er niets.
answer-handle-privacy = De tekst is nog niet nagekeken op persoonsgegevens. Dat moet eerst.
answer-handle-elsewhere = Hoort het ergens anders, of valt het buiten de vraag? Doe dan de screening op haar eigen bladzijde.
answer-handle-department-label = Welke dienst neemt het?
answer-handle-department-hint = U wordt dossierhouder.
answer-handle-today = Het besluit is van vandaag. Beslist een bestuur later? Zet het dossier dan op de agenda op haar eigen bladzijde.
answer-handle-submit = Handel af en publiceer het antwoord
answer-handle-done = Het dossier is afgehandeld en het antwoord is gepubliceerd.
answer-handle-off = Afhandelen op één bladzijde kan alleen waar één of twee mensen al het werk doen. Dat staat uit. Er is niets gewijzigd.
answer-handle-not-now = Dit dossier staat niet op de rechte weg naar een besluit. Doe de volgende stap op haar eigen bladzijde. Er is niets gewijzigd.
answer-handle-own-way = Dit project heeft eigen stappen: een antwoord op elke reactie, wat de gemeente met een initiatief doet, of één resultaat voor iedereen. Doe die op hun eigen bladzijden. Er is niets gewijzigd.
answer-form-result = Dit is één resultaat voor iedereen die meedeed. De tekst komt uit het resultaat dat de dienst opschreef; lees hem na en maak hem eenvoudig. Een deel voor elke indiener apart is hier niet nodig.
answer-form-authors-more = En nog { $count } andere. Wat zij zeiden, staat in het dossier.

answer-beginnings-title = Voorbeelden voor antwoorden
answer-beginnings-back = Terug naar beheer
answer-beginnings-lead = Wie een antwoord schrijft, kan beginnen met een voorbeeld dat past bij wat er besloten is.
answer-beginnings-text = Voor elke uitkomst is er een voorbeeld van het programma. Schrijft u een eigen voorbeeld, dan krijgen uw collega's dat. U kunt altijd terug.
answer-beginnings-own = U gebruikt een eigen voorbeeld, bewaard op { $time }.
answer-beginnings-shipped = U gebruikt het voorbeeld van het programma.
answer-beginnings-read = Voorbeeld van het programma
answer-beginnings-change = Wijzig het voorbeeld voor «{ $outcome }» ({ $language })
answer-beginning-title = Voorbeeld voor «{ $outcome }»
answer-beginning-back = Terug naar de voorbeelden
answer-beginning-lead = Zo begint een antwoord met deze uitkomst. Taal: { $language }. Het voorbeeld is voor veel antwoorden: schrijf er geen namen van inwoners in.
answer-beginning-own = Nu geldt uw eigen voorbeeld, bewaard op { $time }.
answer-beginning-shipped = Nu geldt het voorbeeld van het programma. Het staat al in de velden: pas aan wat u anders wilt.
answer-beginning-places = Wat u open kunt laten
answer-beginning-places-all = Alles wat open kan blijven
answer-beginning-places-text = Wat tussen haken staat, vult uw collega bij elk antwoord in. Zolang het er staat, gaat het antwoord niet weg. U kunt deze woorden gebruiken. Neem ze precies over, met de haken.
answer-beginning-hint = Hoogstens { $most } tekens. Een zin heeft hoogstens { $words } woorden.
answer-beginning-empty = Dit veld is leeg. Er is niets bewaard. Schrijf een tekst, of ga terug: dan blijft het voorbeeld van het programma gelden.
answer-beginning-empty-own = Dit veld is leeg. Er is niets bewaard. Schrijf een tekst. Wilt u geen eigen voorbeeld meer? Kies dan onderaan «Gebruik weer het voorbeeld van het programma».
answer-beginning-unknown = Dit kent het programma niet: { $place }. Het antwoord zou weggaan zonder dat iemand het invult. Kies woorden uit de lijst, of haal de haken weg.
answer-beginning-overtaken = Iemand anders wijzigde dit voorbeeld intussen. Wat u typte, staat er nog. Bewaar opnieuw als u zeker bent.
answer-beginning-save = Bewaar dit voorbeeld
answer-beginning-saved = Het voorbeeld is bewaard. Wie een antwoord schrijft, kan ermee beginnen.
answer-beginning-take-back-text = Wilt u geen eigen voorbeeld meer? Dan verdwijnt uw tekst. Antwoorden die al geschreven zijn, veranderen niet.
answer-beginning-take-back = Gebruik weer het voorbeeld van het programma
answer-beginning-taken-back = Het voorbeeld van het programma geldt weer.
answer-fault-overtaken = Iemand anders wijzigde dit voorbeeld intussen. Er is niets gewijzigd. Ga terug en kijk opnieuw.
answer-fault-unknown-place = Het voorbeeld laat iets open dat het programma niet kent. Er is niets bewaard.
