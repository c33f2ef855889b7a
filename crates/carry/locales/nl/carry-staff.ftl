# Mijn werk
carry-desk-title = Mijn werk
carry-desk-empty = Er ligt niets bij u.
carry-desk-empty-screen = Nieuwe bijdragen verschijnen hier zodra ze binnen zijn. U kijkt ze dan na: hoort dit bij de vraag, of past het elders beter?
carry-desk-empty-accept = Dossiers verschijnen hier zodra iemand uw dienst vraagt om er een over te nemen. U aanvaardt het, of geeft het terug met een reden.
carry-desk-empty-holder = Dossiers verschijnen hier zodra uw diensthoofd ze aan u geeft.
carry-desk-nothing-here = Hier komt werk dat op u wacht. Voor uw rol komt hier niets. Kies hierboven wat u wilt doen.
carry-desk-empty-schedule = Dossiers verschijnen hier zodra er een advies is. U zet ze dan op de agenda.
carry-desk-empty-decide = Dossiers verschijnen hier zodra ze op de agenda staan. U leest het advies en noteert het besluit.
carry-desk-empty-read = U leest mee. Kies hierboven ‘Alle dossiers’ om te zien waar alles ligt.
carry-desk-empty-partner = Leg vast wat mensen u vertellen, en breng hun het antwoord terug.
carry-desk-empty-other = Op deze lijst staat nu niets.
carry-desk-view-mine = Ligt bij mij
carry-desk-view-due = Moet deze week
carry-desk-view-overdue = Over tijd
carry-desk-view-waiting = Wacht op anderen
carry-desk-view-all = Alle dossiers
carry-desk-views = Lijsten
carry-desk-many = meer dan { $count }
carry-desk-caption = { $view }, wat het eerst moet bovenaan
carry-desk-number = Nummer
carry-desk-subject = Onderwerp
carry-desk-state = Stand
carry-desk-since = Sinds
carry-desk-until = Tot en met
carry-desk-waits = Wacht op
carry-desk-until-none = geen termijn
carry-desk-stranded = Ligt stil sinds { $day }
carry-desk-overdue = over tijd
carry-desk-filter-process = Project
carry-desk-filter-state = Stand
carry-desk-filter-put-off = Uitgesteld of bewaard
carry-desk-filter-apply = Toon
carry-desk-partner-title = Voor mensen die u spreekt
carry-desk-partner-intake = Leg een bijdrage vast
carry-desk-partner-deliver = Antwoorden om terug te brengen
carry-waits-screen = screening
carry-waits-assign = toewijzing aan een dienst
carry-waits-accept = { $department }, om te aanvaarden
carry-waits-schedule = een plaats op de agenda
carry-waits-decide = het besluit
carry-waits-answer = het antwoord aan de indiener
carry-waits-deliver = het bezorgen van het antwoord
carry-waits-author = de indiener
carry-waits-nobody = niemand
carry-waits-holder = een nieuwe dossierhouder
carry-waits-level = { $level }, om te antwoorden
carry-waits-conclude = de afspraken van de tafel
carry-waits-settle = het antwoord van het hogere niveau
carry-waits-resume = wie dit weer oppakt
# Het dossier
carry-dossier-title = Dossier { $number }
carry-dossier-said = Wat inwoners zeiden
carry-dossier-said-more = En nog { $count } andere.
carry-dossier-said-many = { $count } bijdragen
carry-dossier-way = De weg tot nu
carry-dossier-acts = Wat u nu kunt doen
carry-dossier-acts-none = U kunt nu niets doen met dit dossier.
carry-dossier-waits = Het wacht op { $who }.
carry-dossier-state = Stand: { $state }
carry-dossier-since = sinds { $day }
carry-dossier-until = tot en met { $day }
carry-dossier-stranded = { $why }: ligt stil sinds { $day }
carry-dossier-department = Dienst
carry-dossier-asked = Gevraagde dienst
carry-dossier-holder = Dossierhouder
carry-dossier-process = Project
carry-dossier-none = nog niemand
carry-dossier-facts = Wie en wat
carry-dossier-public = Zo ziet een inwoner het
carry-dossier-channel = Binnengekomen: { $channel }, op { $day }
carry-dossier-unpublished = Nog niet openbaar
carry-dossier-withdrawn = Ingetrokken door de indiener. De woorden zijn weg.
carry-dossier-screening = Screening
carry-dossier-screened-in = Hoort bij de vraag: { $kind }.
carry-dossier-screened-referred = Doorverwezen naar { $to }: { $place }
carry-dossier-screened-parked = Bewaard voor later onder ‘{ $theme }’.
carry-dossier-askings = Gevraagde diensten
carry-dossier-asking = { $department }, gevraagd op { $day }
carry-dossier-frames = Kadertoets
carry-dossier-advice = Advies
carry-dossier-advice-of = { $department } op { $day }: { $fit }
carry-dossier-motive = Waarom
carry-dossier-questions = Vragen aan de indiener
carry-dossier-question-of = Gevraagd op { $day } over { $number }. { $status }
carry-dossier-question-carry = Nog over te brengen: { $channel }
carry-dossier-question-carried = Overgebracht op { $day }
carry-dossier-answer-of = Antwoord van { $day }
carry-dossier-agenda = Agenda
carry-dossier-slot = { $body }, { $day }
carry-dossier-again = Opnieuw begonnen
carry-dossier-again-of = { $what } op { $day }
carry-dossier-earlier = Uit een eerdere ronde
carry-dossier-decision = Besluit
carry-dossier-decision-of = { $body } op { $day }: { $outcome }
carry-dossier-vote = Hoe beslist: { $vote }
carry-dossier-published = Het gepubliceerde besluit
carry-dossier-deviation = Waarom het besluit afwijkt van het advies
carry-dossier-until-day = Uitgesteld tot { $day }
carry-dossier-trial-day = De proef loopt tot en met { $day }
carry-dossier-notes = Notities, alleen voor collega’s
carry-dossier-note-of = { $name }, { $time }
carry-dossier-notes-all = Alle notities
carry-dossier-someone = iemand van de gemeente
carry-dossier-answer = Schrijf het antwoord
carry-dossier-back = Terug naar het dossier
carry-dossier-desk = Terug naar mijn werk
carry-dossier-mandate = Mandaat: { $body }, { $day } ({ $reference }).
carry-dossier-not-now = Dit kan nu niet: het dossier staat op ‘{ $state }’. Misschien is de stap al gezet, door u of door een collega. Hieronder ziet u hoe het er nu voor staat. Er is niets veranderd.
carry-dossier-guard-privacy = Dit kan nog niet: bij een bijdrage is de controle op persoonsgegevens nog niet klaar. Doe die eerst.
carry-dossier-privacy-link = Controleer de persoonsgegevens
carry-dossier-guard = Daarom kan dit nog niet. Er is niets veranderd.
# Stappen
carry-asking-accepted = aanvaard
carry-asking-handed-back = teruggegeven
carry-asking-moved = aan een andere dienst gevraagd
carry-asking-open = nog geen antwoord
carry-question-open = Wacht op antwoord.
carry-question-answered = Beantwoord.
carry-question-lapsed = Niet beantwoord in de termijn; het dossier ging verder.
carry-act-screen = Screen
carry-act-screen-title = Screening
carry-act-assign = Wijs toe aan een dienst
carry-act-assign-title = Toewijzen
carry-act-accept = Aanvaard
carry-act-accept-title = Aanvaarden
carry-act-hand-back = Geef terug
carry-act-hand-back-title = Teruggeven
carry-act-ask = Stel de indiener een vraag
carry-act-ask-title = Vraag aan de indiener
carry-act-answer-question = Noteer het antwoord van de indiener
carry-act-answer-question-title = Antwoord van de indiener
carry-act-check-frames = Doe de kadertoets
carry-act-check-frames-title = Kadertoets
carry-act-advise = Geef advies
carry-act-advise-title = Advies
carry-act-schedule = Zet op de agenda
carry-act-schedule-move = Verplaats op de agenda
carry-act-schedule-title = Agenda
carry-act-decide = Noteer het besluit
carry-act-decide-title = Besluit
carry-act-note = Schrijf een notitie
carry-act-note-title = Notities
carry-form-limits = Wat is afgesproken
carry-form-question = De vraag
carry-form-can-change = Wat kan veranderen
carry-form-fixed = Wat vastligt
carry-form-outside = Wat erbuiten valt
carry-form-criteria = Waarop wordt beslist
carry-form-duplicates = Lijkt op
carry-form-duplicates-hint = Bekijk of dit al eerder gezegd is. Ook een bijdrage die lijkt op een andere krijgt haar eigen antwoord.
carry-form-motive-hint = Iedereen kan dit lezen. Schrijf gewone woorden en korte zinnen, zonder namen.
# Screening
carry-screen-intro = Kijk of deze bijdrage hoort bij wat gevraagd is. Wat u ook kiest: de indiener krijgt altijd een antwoord.
carry-screen-verdict-label = Wat doet u ermee?
carry-screen-verdict-missing = Kies wat u met deze bijdrage doet.
carry-screen-in-scope = Hoort bij de vraag: verder naar een dienst
carry-screen-referred = Hoort elders thuis: doorverwijzen
carry-screen-parked = Valt buiten de vraag: bewaren voor later
carry-screen-kind-label = Wat voor bijdrage is het?
carry-screen-kind-hint = Nodig als ze bij de vraag hoort.
carry-screen-kind-missing = Kies wat voor bijdrage het is.
carry-screen-to-label = Doorverwijzen naar
carry-screen-to-hint = Nodig als u doorverwijst.
carry-screen-to-missing = Kies naar wie u doorverwijst.
carry-screen-place-label = Hoe bereikt de indiener die?
carry-screen-place-hint = Bijvoorbeeld: bel 012 34 56 78, of ga langs bij het loket.
carry-screen-place-missing = Schrijf hoe de indiener daar terechtkan.
carry-screen-theme-label = Onder welk thema bewaren?
carry-screen-theme-hint = Nodig als u bewaart. Bijvoorbeeld: groen in de straat.
carry-screen-theme-missing = Schrijf onder welk thema u dit bewaart, zodat het later terugkomt.
carry-screen-until-label = Wanneer kijkt iemand er weer naar?
carry-screen-until-hint = Alleen als u bewaart, en als u die dag al kent. Dan ligt het tegen die dag weer op een bureau, en iedereen ziet de dag.
carry-screen-until-past = Kies een dag die nog komt.
carry-screen-motive-label = Waarom?
carry-screen-motive-hint = Nodig als u doorverwijst of bewaart. Iedereen kan dit lezen. Schrijf gewone woorden, zonder namen.
carry-screen-motive-missing = Schrijf waarom. De indiener leest dit.
carry-screen-submit = Leg de screening vast
carry-screen-done = De screening is vastgelegd.
# Toewijzen
carry-assign-intro = U vraagt een dienst om dit dossier over te nemen.
carry-assign-promise = Het dossier is pas van die dienst als ze aanvaardt.
carry-assign-department-label = Welke dienst vraagt u?
carry-assign-department-missing = Kies een dienst.
carry-assign-department-same = Deze dienst is al gevraagd. Kies een andere.
carry-assign-bounced = { $count ->
    [one] Eén dienst gaf dit dossier al terug.
   *[other] Dit dossier is al { $count } keer teruggegeven. Breng de diensten samen aan tafel.
}
carry-assign-submit = Vraag deze dienst
carry-assign-done = De dienst is gevraagd.
# Aanvaarden en teruggeven
carry-accept-intro = Als u aanvaardt, is { $department } verantwoordelijk voor dit dossier.
carry-accept-holder-label = Wie houdt het dossier?
carry-accept-holder-hint = Alleen mensen van uw dienst.
carry-accept-holder-missing = Kies wie het dossier houdt.
carry-accept-holder-elsewhere = Kies iemand die bij deze dienst werkt.
carry-accept-submit = Aanvaard het dossier
carry-accept-done = Het dossier is aanvaard.
carry-hand-back-intro = { $department } geeft dit dossier terug. Na twee keer teruggeven ligt het zichtbaar stil, tot de diensten samen aan tafel zitten.
carry-hand-back-reason-label = Waarom hoort het niet bij uw dienst?
carry-hand-back-reason-hint = Voor uw collega’s. Schrijf ook welke dienst het wel kan.
carry-hand-back-reason-missing = Schrijf waarom u het dossier teruggeeft.
carry-hand-back-submit = Geef het dossier terug
carry-hand-back-done = Het dossier is teruggegeven.
# Vraag
carry-ask-intro = De vraag gaat naar de indiener zoals die het koos. Komt er geen antwoord in de termijn, dan gaat het dossier zonder verder.
carry-ask-contribution-label = Aan wie vraagt u het?
carry-ask-contribution-missing = Kies een bijdrage.
carry-ask-words-label = Uw vraag
carry-ask-words-hint = Eén vraag, in gewone woorden.
carry-ask-words-missing = Schrijf uw vraag.
carry-ask-submit = Stel de vraag
carry-ask-done = De vraag is gesteld.
carry-ask-carry = Ik heb de vraag overgebracht
carry-ask-carried = Genoteerd: de vraag is overgebracht.
carry-hear-intro = Schrijf op wat de indiener u zei of schreef, zo letterlijk mogelijk.
carry-hear-question-label = Welke vraag?
carry-hear-question-missing = Kies welke vraag beantwoord is.
carry-hear-words-label = Het antwoord
carry-hear-words-missing = Schrijf het antwoord op.
carry-hear-submit = Bewaar het antwoord
carry-hear-done = Het antwoord is bewaard.
# Kadertoets
carry-frames-intro = Zeg vroeg wat kan en wat niet kan, zodat inwoners geen moeite doen voor iets wat niet mag. Noem de regel.
carry-frames-missing = Kies een oordeel.
carry-frames-rule-hint = Nodig als het niet zonder meer past. Iedereen kan dit lezen.
carry-frames-rule-missing = Schrijf welke regel in de weg staat, of wat er anders moet.
carry-frames-firmness-label = { $frame }: ligt dat vast?
carry-frames-firmness-hint = Alleen als het niet zonder meer past. Iedereen kan dit lezen: zo weten inwoners waar praten nog zin heeft.
carry-frames-firmness-essential = Ja, daar kan de gemeente niet van afwijken
carry-frames-firmness-adjustable = Nee, wie de regel maakte kan hem aanpassen
carry-frames-firmness-unknown = Dat is niet bekend
carry-frames-legal-label = Past het in wetten en regels?
carry-frames-legal-rule-label = Welke wet of regel, of wat moet anders?
carry-frames-financial-label = Past het in het budget, eenmalig en elk jaar?
carry-frames-financial-rule-label = Wat staat in de weg bij het geld, of wat moet anders?
carry-frames-practical-label = Kan het op die plaats, met onderhoud en techniek?
carry-frames-practical-rule-label = Wat staat in de weg op die plaats, of wat moet anders?
carry-frames-plans-label = Past het bij de plannen die er al zijn op die plaats?
carry-frames-plans-rule-label = Welk plan staat in de weg, en wat kan er nog?
carry-frames-plans-none = Er staat geen plan van een dienst op deze plaats. Kijk toch na of dat klopt.
carry-frames-plans-some = Hieronder staan de plannen op deze plaats. Het oordeel en de tekst zijn een voorstel: pas ze aan.
carry-frames-plans-quote = Plan «{ $title }» ({ $department }): { $state }.
carry-frames-plans-quote-room = Nog ruimte voor: { $words }
carry-frames-plans-quote-fixed = Geen ruimte meer voor: { $words }
carry-frames-submit = Bewaar de kadertoets
carry-frames-done = De kadertoets is bewaard.
# Advies
carry-advise-intro = Het advies is openbaar. Het gaat mee naar wie beslist.
carry-advise-fit-label = Past het?
carry-advise-fit-missing = Kies of het past.
carry-advise-condition-label = Wat moet er veranderen?
carry-advise-condition-hint = Nodig als het alleen past als er iets verandert.
carry-advise-condition-missing = Schrijf wat er moet veranderen.
carry-advise-words-label = Wat adviseert u?
carry-advise-words-missing = Schrijf wat u adviseert.
carry-advise-motive-label = Waarom?
carry-advise-motive-missing = Schrijf waarom u dit adviseert.
carry-advise-submit = Geef dit advies
carry-advise-done = Het advies is gegeven.
# Agenda
carry-schedule-intro = De datum is openbaar.
carry-schedule-now = Staat nu op de agenda van { $body }, op { $day }.
carry-schedule-body-label = Wie beslist?
carry-schedule-body-missing = Schrijf wie beslist.
carry-schedule-date-label = Op welke dag?
carry-schedule-date-past = Kies vandaag of een latere dag.
carry-schedule-motive-label = Waarom een andere datum?
carry-schedule-motive-hint = Nodig als u verplaatst. Iedereen kan dit lezen.
carry-schedule-motive-missing = Schrijf waarom het verplaatst wordt.
carry-schedule-submit = Zet op de agenda
carry-schedule-done = Het dossier staat op de agenda.
# Besluit
carry-decide-intro = Noteer wat { $body } besliste. Het besluit is openbaar.
carry-decide-advice = Het advies: { $fit }
carry-decide-promised = Beloofd in de afspraken
carry-decide-outcome-label = Wat is er beslist?
carry-decide-outcome-missing = Kies wat er beslist is.
carry-decide-words-label = Wat precies?
carry-decide-words-hint = Iedereen kan dit lezen. Wat gebeurt er nu, of wat gebeurt er niet?
carry-decide-words-missing = Schrijf wat er precies beslist is.
carry-decide-date-label = Op welke dag?
carry-decide-date-ahead = Deze dag moet nog komen. Kies de dag waarop beslist is.
carry-decide-vote-label = Hoe is er beslist?
carry-decide-vote-hint = Bijvoorbeeld: unaniem, of 14 voor en 9 tegen.
carry-decide-published-label = Waar staat het besluit op het web?
carry-decide-published-hint = Het adres van het gepubliceerde besluit of van de notulen, als dat er al is. Het begint met https://.
carry-decide-published-wrong = Dit is geen adres op het web. Het begint met https://, bijvoorbeeld https://besluiten.gemeente.be/12.
carry-decide-until-label = Uitgesteld tot, of einde van de proef
carry-decide-until-hint = Nodig als het uitgesteld is: tegen die dag pakt iemand het weer op. Bij een proef: de laatste dag, als die al bekend is.
carry-decide-until-missing = Kies tot welke dag, later dan de dag van het besluit.
carry-decide-deviation-label = Waarom wijkt dit af van het advies?
carry-decide-deviation-hint = Nodig als het besluit anders is dan het advies.
carry-decide-deviation-missing = Dit besluit is anders dan het advies. Schrijf waarom.
carry-toets-open = Uw gemeente vraagt eerst een toets van het ontwerpbesluit. Die is nog niet ingevuld. Dat doet de participatieambtenaar, bij de toetsen van dit project.
carry-toets-to = Naar de toetsen van dit project
carry-decide-body-label = Wie besliste?
carry-decide-body-hint = Deze beslissing valt met een mandaat, zonder agenda.
carry-decide-body-missing = Schrijf wie beslist heeft.
carry-decide-only-a-no = Na de kadertoets kan met een mandaat alleen een ‘nee’ worden beslist. Voor een ‘ja’ is eerst een advies nodig.
carry-decide-submit = Leg het besluit vast
carry-decide-done = Het besluit is vastgelegd. Nu wacht de indiener op een antwoord.
# Notities
carry-note-intro = Notities zijn alleen voor collega’s. Inwoners zien ze niet.
carry-note-words-label = Uw notitie
carry-note-words-missing = Schrijf uw notitie.
carry-note-submit = Bewaar de notitie
carry-note-done = De notitie is bewaard.
carry-note-none = Er zijn nog geen notities.
# Herinneringen
carry-reminder-subject = Dossier { $number } ligt stil
carry-reminder-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) ligt stil sinds { $day }.
    { $why }
    Stand: { $state }.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-head-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) ligt al vijf dagen of langer stil, sinds { $day }. Wie het heeft, kreeg al een herinnering.
    { $why }
    Stand: { $state }.

    Open het dossier: { $address }
carry-reminder-x2-text = Dag { $name },

    Geen dienst neemt dossier { $number } (‘{ $subject }’) aan. Dat duurt sinds { $day } te lang.
    Wordt uw dienst gevraagd? Aanvaard het, of geef het terug met een reden. Wijst u dossiers toe? Roep de diensten aan tafel.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-x4-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) wacht op geld of mensen van uw dienst. Dat duurt sinds { $day } te lang.
    Zeg toe, of schrijf waarom het niet kan. Is er nu niets? Zet de vraag in de rij tot de dag waarop over het budget beslist wordt.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-x6-text = Dag { $name },

    Het advies over dossier { $number } (‘{ $subject }’) is klaar. Het staat nog op geen agenda, en sinds { $day } duurt dat te lang.
    Gaat u over de agenda? Kies een vergadering en een dag. Beslist u hierover? Vraag om die plaats, of neem het besluit als u dat zonder vergadering mag.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-x7-text = Dag { $name },

    De uitkomst van dossier { $number } (‘{ $subject }’) is bekend, maar wie het vroeg, heeft nog geen antwoord. Dat duurt sinds { $day } te lang.
    Schrijf het antwoord met de reden. Is het er al? Bezorg het aan wie er nog op wacht.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-x10-text = Dag { $name },

    Wie dossier { $number } (‘{ $subject }’) hield, is er sinds { $day } niet meer, en niemand vervangt die persoon.
    Draag het over aan een collega van de dienst.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-level-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) is voorgelegd aan { $level }. Er is geen antwoord, en sinds { $day } duurt dat te lang.
    Beslist u daar? Antwoord op de vraag. Wijst u dossiers toe? Noteer het antwoord, of leg de vraag hogerop voor.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-above-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) is voorgelegd aan { $level }. De termijn is voorbij sinds { $day }, en er is geen antwoord.
    Het volgende niveau is { $next }. Beslist u daar? Vraag om een antwoord, of laat de vraag aan u voorleggen. Wijst u dossiers toe?
    Leg de vraag daar voor.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
# Taken
carry-task-asked-subject = Uw dienst wordt gevraagd voor dossier { $number }
carry-task-asked-text = Dag { $name },

    Uw dienst wordt gevraagd om dossier { $number } (‘{ $subject }’) over te nemen.
    Wat u doet: aanvaarden en kiezen wie het houdt, of teruggeven met een reden.
    Dat kan tot en met { $until }.

    Open het dossier: { $address }
carry-task-held-subject = Dossier { $number } is nu van u
carry-task-held-text = Dag { $name },

    U houdt van nu af dossier { $number } (‘{ $subject }’).
    Wat u doet: kijken of het past in de regels, het geld en de plaats, en dan advies geven.
    De kadertoets kan tot en met { $until }.

    Open het dossier: { $address }
# Over diensten heen
carry-waits-means = de middelen van { $department }
carry-act-convene = Roep de diensten aan tafel
carry-act-convene-title = Aan tafel
carry-act-conclude = Noteer de afspraken van de tafel
carry-act-conclude-title = Afspraken van de tafel
carry-act-ask-means = Vraag geld of mensen
carry-act-ask-means-title = Geld of mensen vragen
carry-act-answer-means = Antwoord op de vraag om geld of mensen
carry-act-answer-means-title = Geld of mensen toezeggen
carry-act-escalate = Leg het hogerop voor
carry-act-escalate-title = Hogerop voorleggen
carry-act-settle = Noteer wat het hogere niveau zei
carry-act-settle-title = Antwoord van het hogere niveau
carry-convene-intro = Roep de diensten samen die dit alleen samen kunnen oplossen. Wie er niet is, blijft zichtbaar.
carry-convene-party-label = Welke diensten?
carry-convene-party-hint = Kies er ten minste twee.
carry-convene-party-missing = Kies ten minste twee diensten.
carry-convene-date-label = Wanneer?
carry-convene-date-past = Deze dag is voorbij. Kies vandaag of later.
carry-convene-subject-label = Wat moet er opgelost worden?
carry-convene-subject-missing = Schrijf wat er opgelost moet worden.
carry-convene-submit = Roep samen
carry-convene-done = De diensten zijn samengeroepen. Ze krijgen een mail.
carry-conclude-intro = Noteer wie er was en wat is afgesproken. Iedereen kan de afspraken lezen.
carry-conclude-present-label = Wie was er?
carry-conclude-present-hint = Wie u niet aanvinkt, staat als afwezig genoteerd.
carry-conclude-agreement-label = Wat is afgesproken?
carry-conclude-agreement-missing = Schrijf wat is afgesproken. Is er niets afgesproken, schrijf dan dat.
carry-conclude-department-label = Welke dienst gaat ermee verder?
carry-conclude-department-missing = Kies een dienst die aan tafel was uitgenodigd.
carry-conclude-submit = Bewaar de afspraken
carry-conclude-done = De afspraken zijn bewaard.
carry-ask-means-intro = Alleen wie over het geld of de mensen gaat, kan ze toezeggen. Vraag het aan de juiste dienst.
carry-ask-means-department-label = Aan welke dienst?
carry-ask-means-euros-label = Hoeveel geld, in hele euro’s?
carry-ask-means-euros-hint = Laat leeg als u om mensen of tijd vraagt.
carry-ask-means-euros-wrong = Schrijf een bedrag in hele euro’s, zoals 12500.
carry-ask-means-purpose-label = Waarvoor?
carry-ask-means-purpose-missing = Schrijf waarvoor het nodig is.
carry-ask-means-next-label = Wanneer beslist die dienst weer over haar budget?
carry-ask-means-next-hint = Alleen als het niet eerder kan. Dan is dat de termijn.
carry-ask-means-next-past = Deze dag is voorbij. Kies vandaag of later.
carry-ask-means-submit = Vraag het
carry-ask-means-done = De vraag is gesteld. Wie over het budget gaat, krijgt een mail.
carry-answer-means-intro = U gaat over dit budget. Alleen u kunt dit toezeggen.
carry-answer-means-asked = Wat wordt gevraagd
carry-answer-means-people = mensen of tijd
carry-answer-means-label = Wat is uw antwoord?
carry-answer-means-missing = Kies een antwoord.
carry-answer-means-yes = Ja, wij zeggen dit toe
carry-answer-means-no = Nee, wij zeggen dit niet toe
carry-answer-means-motive-label = Waarom?
carry-answer-means-motive-hint = Nodig bij een nee. Iedereen kan dit lezen.
carry-answer-means-motive-missing = Schrijf waarom niet. De indiener leest dit ook.
carry-answer-means-submit = Antwoord
carry-answer-means-done = Uw antwoord is bewaard. De dossierhouder krijgt een mail.
carry-escalate-intro = Komen de diensten er niet uit, leg het dan hogerop voor. Zo blijft het niet liggen.
carry-escalate-level-label = Aan wie?
carry-escalate-level-missing = Kies aan wie u het voorlegt.
carry-escalate-level-higher = Het ligt daar al, of hoger. Kies een hoger niveau.
carry-escalate-question-label = Wat moet dat niveau beslissen?
carry-escalate-question-missing = Schrijf welke vraag u voorlegt.
carry-escalate-conflict-label = Wat botst er?
carry-escalate-conflict-hint = Welke waarden of belangen trekken in verschillende richtingen? Schrijf ze beide eerlijk op, zonder namen.
carry-escalate-conflict-missing = Schrijf wat er botst.
carry-escalate-options-label = Waaruit kan worden gekozen?
carry-escalate-options-hint = Schrijf elke mogelijkheid met haar gevolg.
carry-escalate-options-missing = Schrijf ten minste één mogelijkheid.
carry-escalate-submit = Leg voor
carry-escalate-done = Het is hogerop voorgelegd.
carry-settle-intro = Noteer wat het hogere niveau zei. Daarna gaat een dienst ermee verder.
carry-settle-answer-label = Wat zei het hogere niveau, en waarom?
carry-settle-answer-missing = Schrijf wat het hogere niveau zei.
carry-settle-department-label = Welke dienst gaat ermee verder?
carry-settle-submit = Bewaar
carry-settle-done = Het antwoord is bewaard.
carry-dossier-meetings = Aan tafel
carry-dossier-meeting-of = { $day }: { $parties }
carry-dossier-meeting-absent = { $department } (afwezig)
carry-dossier-meeting-subject = Wat opgelost moest worden
carry-dossier-meeting-agreement = Wat is afgesproken
carry-dossier-means = Geld en mensen
carry-dossier-means-of = { $department }, gevraagd op { $day }: { $what }. { $status }
carry-dossier-means-open = Nog geen antwoord.
carry-dossier-means-committed = Toegezegd op { $day }.
carry-dossier-means-refused = Niet toegezegd op { $day }.
carry-dossier-means-purpose = Waarvoor
carry-dossier-escalations = Hogerop voorgelegd
carry-dossier-escalation-of = Voorgelegd aan { $level } op { $day }
carry-dossier-escalation-conflict = Wat botst
carry-dossier-escalation-options = Waaruit gekozen kan worden
carry-dossier-escalation-answer = Wat dat niveau zei
carry-task-table-subject = Uw dienst wordt aan tafel gevraagd voor dossier { $number }
carry-task-table-text = Dag { $name },

    Uw dienst wordt aan tafel gevraagd over dossier { $number } (‘{ $subject }’).
    In het dossier staat wanneer, en wat er opgelost moet worden.

    Open het dossier: { $address }
carry-task-level-subject = Dossier { $number } is voorgelegd aan { $level }
carry-task-level-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) is voorgelegd aan { $level }. In het dossier staat de vraag, wat er botst en waaruit te kiezen is.
    Beslist u daar? Antwoord op de vraag. Wijst u dossiers toe? Noteer wat het niveau zegt.
    Dat kan tot en met { $until }.

    Open het dossier: { $address }
carry-task-means-subject = Geld of mensen gevraagd voor dossier { $number }
carry-task-means-text = Dag { $name },

    Voor dossier { $number } (‘{ $subject }’) worden geld of mensen van uw dienst gevraagd.
    Alleen u kunt dat toezeggen. Kan het niet, schrijf dan waarom.
    Dat kan tot en met { $until }.

    Open het dossier: { $address }
# Waarden die botsen (F6)
carry-act-weigh = Leg vast welke waarden botsen
carry-act-weigh-title = Waarden afwegen
carry-weigh-intro = Botsen er waarden, schrijf dat dan eerlijk op. Iedereen kan lezen wat er botst en hoe gekozen is. Het gaat over waarden, nooit over personen.
carry-weigh-value-label = Welke waarden botsen?
carry-weigh-value-hint = Kies er ten minste twee.
carry-weigh-value-missing = Kies ten minste twee waarden.
carry-weigh-dilemma-label = Op welk dilemma lijkt dit het meest?
carry-weigh-dilemma-missing = Kies een dilemma.
carry-weigh-strategy-label = Hoe gaat u ermee om?
carry-weigh-strategy-hint = Laat leeg zolang er niet gekozen is.
carry-weigh-strategy-missing = U schreef waarom. Kies ook hoe u ermee omgaat.
carry-weigh-motive-label = Wat is gekozen, en waarom?
carry-weigh-motive-hint = Nodig als er gekozen is. Schrijf ook wat er daardoor minder kan.
carry-weigh-motive-missing = Schrijf wat is gekozen, en waarom.
carry-weigh-first-label = Welke waarde gaat voor?
carry-weigh-first-hint = Alleen als één waarde voorgaat. Kies er een die hierboven botst.
carry-weigh-first-missing = Kies welke van de botsende waarden voorgaat.
carry-weigh-compared-label = Met welk eerder geval vergeleek u?
carry-weigh-compared-hint = Het nummer van een bijdrage in dat dossier. Laat leeg als u niet vergeleek.
carry-weigh-compared-unknown = Dit nummer is van geen ander dossier. Kijk het na, of laat het leeg.
carry-weigh-review-label = Wanneer kijkt u hier opnieuw naar?
carry-weigh-review-hint = Nodig als één waarde voorgaat. Dan kan het later anders.
carry-weigh-review-missing = Kies een dag die nog komt. Wie één waarde laat voorgaan, kijkt er later opnieuw naar.
carry-weigh-submit = Leg vast
carry-weigh-done = Het is vastgelegd.
carry-weigh-before = Hoe eerder gekozen is
carry-weigh-before-hint = Andere dossiers die hierop lijken, met wat ervan kwam. Om mee te vergelijken; elk geval is anders.
carry-weigh-before-one = { $number }, { $day }: { $strategy }. Besluit: { $outcome }
carry-weigh-before-undecided = nog niet genomen
carry-weigh-before-like = Lijkt erop: { $like }.
carry-weigh-like-dilemma = hetzelfde dilemma
carry-weigh-like-values = dezelfde waarden
carry-weigh-like-theme = hetzelfde thema
carry-weigh-like-area = dezelfde wijk
carry-weigh-defends-heading = Wie verdedigt wat
carry-weigh-defends-hint = Noem diensten, nooit personen. Iedereen kan dit lezen. Het helpt aan tafel: men ziet waar het verschil zit.
carry-weigh-defends = Dienst { $number }
carry-weigh-defender-label = Welke dienst?
carry-weigh-defended-label = Welke waarde verdedigt die?
carry-weigh-defender-missing = Kies een dienst, of laat ook de waarde leeg.
carry-weigh-defended-missing = Kies een waarde die hierboven botst, of laat ook de dienst leeg.
carry-weigh-choice-heading = De keuze
carry-review-title = Kijk opnieuw naar een keuze
carry-review-intro = Hier ging één waarde voor, tot een dag waarop u opnieuw zou kijken. Die dag is er. Kijk wat het met de andere waarden deed. Iedereen kan lezen wat u vindt.
carry-review-chosen = Wat gekozen is
carry-review-values = Deze waarden botsten: { $values }.
carry-review-dilemma = De vraag was: «{ $means }»
carry-review-way = Zo is gekozen: «{ $means }»
carry-review-day = Opnieuw te bekijken op { $day }.
carry-review-ending-label = Wat vindt u nu?
carry-review-ending-hint = Gaat een andere waarde voor? Na het bewaren komt u op de bladzijde waar u die keuze vastlegt.
carry-review-ending-missing = Kies of het zo blijft.
carry-review-stays = Het blijft zo
carry-review-switches = Een andere waarde gaat voortaan voor
carry-review-words-label = Wat ziet u, en waarom?
carry-review-words-hint = Schrijf ook wat er door deze keuze minder kon.
carry-review-words-missing = Schrijf wat u ziet, en waarom.
carry-review-submit = Bewaar
carry-review-done = Het is bewaard.
carry-review-switched = Het is bewaard. Leg nu een nieuwe keuze vast: welke waarde gaat voortaan voor, en tot wanneer?
carry-reviews-title = Opnieuw kijken naar een keuze
carry-reviews-text = Hier ging één waarde voor. De dag om opnieuw te kijken is er.
carry-reviews-one = { $number }: sinds { $day }
carry-reviews-more = Er wachten zoveel keuzes dat niet alle zijn doorzocht. Bij elk dossier zelf staat of er een van u bij is.
carry-task-review-subject = Kijk opnieuw naar een keuze in dossier { $number }
carry-task-review-text = Dag { $name },

    In dossier { $number } (‘{ $subject }’) ging één waarde voor, tot { $until }.
    Kijk nu of dat nog klopt, en schrijf op wat u vindt. U krijgt dit bericht één keer.

    Open het dossier: { $address }
carry-dossier-weighings = Waarden die botsen
carry-dossier-weighing-of = { $day }: { $values }. { $dilemma }.
carry-dossier-weighing-open = Nog niet gekozen.
carry-dossier-weighing-choice = Gekozen: { $strategy }.
carry-dossier-weighing-review = Gekozen: { $strategy }. Opnieuw te bekijken op { $day }.
carry-dossier-weighing-first = { $value } gaat voor.
carry-dossier-weighing-compared = Vergeleken met een eerder geval.
carry-dossier-weighing-defends = { $department } verdedigt { $value }.
carry-dossier-weighing-reviewed = Opnieuw bekeken op { $day }: { $ending }.
carry-dossier-weighing-found = Wat toen gevonden is
# Bezwaar van een andere dienst (F3 X3)
carry-act-object = Maak bezwaar voor uw dienst
carry-act-object-title = Bezwaar maken
carry-act-end-objection = Handel een bezwaar af
carry-act-end-objection-title = Bezwaar afhandelen
carry-object-intro = Heeft uw dienst nadeel van dit voorstel? Schrijf welk nadeel, en hoe groot. Iedereen kan dit lezen. Het dossier gaat intussen verder.
carry-object-for = Dit bezwaar is van { $department }.
carry-object-department-label = Welke dienst maakt bezwaar?
carry-object-department-missing = Kies een dienst die het dossier niet zelf heeft en nog geen bezwaar maakte.
carry-object-nature-label = Wat voor nadeel is het?
carry-object-nature-missing = Kies wat voor nadeel het is.
carry-object-euros-label = Hoeveel geld, in hele euro’s?
carry-object-euros-hint = Laat leeg als het niet om geld gaat.
carry-object-words-label = Wat is het nadeel, en hoe groot is het?
carry-object-words-hint = Schrijf ook wat het nadeel zou wegnemen.
carry-object-words-missing = Schrijf welk nadeel uw dienst heeft, en hoe groot.
carry-object-submit = Maak bezwaar
carry-object-done = Het bezwaar is bewaard. Wie het dossier heeft, krijgt een mail.
carry-end-objection-intro = Een bezwaar eindigt nooit vanzelf. De dienst trekt het in of zegt dat het opgelost is. Of een tafel of een hoger niveau gaat verder met een reden.
carry-end-objection-open = Wat openstaat
carry-end-objection-choice = { $department }: { $ending }
carry-end-objection-label = Hoe eindigt het?
carry-end-objection-missing = Kies hoe het bezwaar eindigt.
carry-end-objection-alone = Eerst moet een tafel of een hoger niveau er iets over zeggen. Daarna kunt u het opzijzetten.
carry-end-objection-motive-label = Waarom, of met welke maatregel?
carry-end-objection-motive-hint = Iedereen kan dit lezen.
carry-end-objection-motive-missing = Schrijf waarom het bezwaar eindigt, of met welke maatregel.
carry-end-objection-submit = Handel af
carry-end-objection-done = Het bezwaar is afgehandeld.
carry-dossier-objections = Bezwaren van andere diensten
carry-dossier-objection-of = { $department }, sinds { $day }: { $what }.
carry-dossier-objection-open = Nog niet afgehandeld.
carry-dossier-objection-ended = { $ending }, { $day }.
carry-dossier-objection-words = Het nadeel
carry-task-objection-subject = Bezwaar van een andere dienst bij dossier { $number }
carry-task-objection-text = Dag { $name },

    Een andere dienst maakt bezwaar bij dossier { $number } (‘{ $subject }’). In het dossier staat welk nadeel die dienst heeft.
    Het dossier gaat verder. Praat met die dienst, of roep de diensten aan tafel.

    Open het dossier: { $address }
carry-reminder-x3-text = Dag { $name },

    Bij dossier { $number } (‘{ $subject }’) ligt een bezwaar van een andere dienst open, sinds { $day } te lang.
    Roep de diensten aan tafel. Komen ze er daar niet uit, leg het dan hogerop voor.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-x3-head-text = Dag { $name },

    Bij dossier { $number } (‘{ $subject }’) ligt een bezwaar van een andere dienst open, al vijf dagen of langer te lang (sinds { $day }).
    Kwam een tafel er niet uit, leg het dan hogerop voor.

    Open het dossier: { $address }
carry-reminder-x5-text = Dag { $name },

    Bij dossier { $number } (‘{ $subject }’) legde u vast dat er waarden botsen. Er is nog niet gekozen, en sinds { $day } duurt dat te lang.
    Kies hoe u ermee omgaat, of leg de vraag hogerop voor.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-x5-head-text = Dag { $name },

    Bij dossier { $number } (‘{ $subject }’) botsen waarden, en niemand koos. Dat duurt al vijf dagen of langer te lang (sinds { $day }).
    Help kiezen, of leg de vraag hogerop voor.

    Open het dossier: { $address }

# Andere diensten die dit raakt (F3 X9)
carry-act-touch = Noem andere diensten die dit raakt
carry-act-touch-title = Andere diensten die dit raakt
carry-act-consult = Zeg wat uw dienst ervan vindt
carry-act-consult-title = Wat een andere dienst ervan vindt
carry-touch-intro = Raakt dit ook het werk van een andere dienst? Noem die dienst. Die zegt dan wat zij ervan vindt. Zonder dat kan er geen advies komen.
carry-touch-department-label = Welke diensten raakt dit ook?
carry-touch-department-hint = De hoofden van deze diensten krijgen een mail.
carry-touch-department-missing = Kies een dienst die het dossier niet zelf heeft en nog niet gevraagd is.
carry-touch-why-label = Wat van hun werk raakt dit?
carry-touch-why-missing = Schrijf wat van hun werk dit raakt.
carry-touch-submit = Vraag deze diensten
carry-touch-done = De diensten zijn gevraagd. Iedereen kan zien dat u op hen wacht.
carry-consult-intro = Wat een dienst vindt, is openbaar. Ook wie het niet eens is, houdt het dossier niet tegen. Antwoordt een dienst niet? Dan kan een tafel of een hoger niveau verdergaan met een reden.
carry-consult-label = Wat vindt de dienst ervan?
carry-consult-missing = Kies wat de dienst ervan vindt.
carry-consult-alone = Eerst moet een tafel of een hoger niveau er iets over zeggen. Daarna kunt u verdergaan zonder deze dienst.
carry-consult-words-label = Waarom?
carry-consult-words-missing = Schrijf in een zin waarom.
carry-consult-submit = Bewaar
carry-consult-done = Bewaard. Iedereen kan lezen wat de dienst ervan vindt.
carry-dossier-consults = Andere diensten die dit raakt
carry-dossier-consult-of = { $department }, gevraagd op { $day }.
carry-dossier-consult-open = Nog niet gehoord.
carry-dossier-consult-why = Wat het raakt
carry-dossier-consult-words = Wat de dienst vindt
carry-task-touched-subject = Dossier { $number } raakt ook uw dienst
carry-task-touched-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) raakt ook het werk van uw dienst. In het dossier staat waarom.
    Zeg tot en met { $until } wat uw dienst ervan vindt. Zonder dat kan er geen advies komen.

    Open het dossier: { $address }
carry-reminder-x9-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) raakt ook een andere dienst. Die is nog niet gehoord, en sinds { $day } duurt dat te lang.
    Bent u van die dienst? Zeg wat u ervan vindt. Hebt u het dossier? Bel de andere dienst.

    Open het dossier: { $address }

    U krijgt dit bericht één keer. Op de openbare pagina staat ook dat het stilligt.
carry-reminder-x9-head-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) raakt ook een andere dienst, en die is niet gehoord. Dat duurt al vijf dagen of langer te lang (sinds { $day }).
    Laat de diensten aan tafel roepen, of leg de vraag hogerop voor. Die kunnen verdergaan met een reden.

    Open het dossier: { $address }

# Beslist voordat het verwerkt was (F3 X12)
carry-act-explain = Leg uit waarom dit besluit te vroeg kwam
carry-act-explain-title = Een besluit dat te vroeg kwam
carry-explain-intro = Er is beslist voordat deze bijdrage verwerkt was. Schrijf hoe dat kwam, en wat er nu met deze bijdrage gebeurt. Iedereen kan dit lezen, ook de indiener.
carry-explain-told = Beslist op { $decided }. Deze bijdrage kwam binnen op { $received }.
carry-explain-motive-label = Hoe kwam dat, en wat gebeurt er nu?
carry-explain-motive-hint = Schrijf niet wie het deed. Schrijf wel wat u eraan doet.
carry-explain-motive-missing = Schrijf hoe het kwam dat er te vroeg is beslist.
carry-explain-submit = Maak openbaar
carry-explain-done = De uitleg staat op de openbare pagina.
carry-act-resume = Pak dit weer op
carry-act-resume-title = Weer oppakken
carry-resume-intro = Dit was uitgesteld of bewaard voor later. Pakt u het weer op, dan wordt het opnieuw onderzocht. Er komt een nieuw besluit, en elke indiener krijgt een nieuw antwoord. Wat eerder beslist en geantwoord is, blijft openbaar.
carry-resume-until = Uitgesteld of bewaard tot { $day }
carry-resume-motive-label = Waarom nu?
carry-resume-submit = Pak weer op
carry-resume-done = Dit is weer opgepakt. Op de openbare pagina staat dat ook.
carry-dossier-overtakings = Besluiten die te vroeg kwamen
carry-dossier-overtaken-of = Er is beslist op { $day }, voordat dit verwerkt was.
carry-dossier-overtaken-open = Nog niet nagekeken.
carry-task-overtaken-subject = Beslist voordat de inbreng verwerkt was (dossier { $number })
carry-task-overtaken-text = Dag { $name },

    Over dossier { $number } (‘{ $subject }’) is een besluit vastgelegd. { $count ->
        [one] Eén bijdrage was toen nog niet verwerkt.
       *[other] { $count } bijdragen waren toen nog niet verwerkt.
    }
    Kijk na hoe dat kwam, en leg het uit. Op de openbare pagina van elke bijdrage staat dat er te vroeg is beslist.

    Open het dossier: { $address }

# In één keer, en bewaarde lijsten
carry-desk-empty-narrow = Op deze lijst past nu niets bij wat u koos. Kies minder, of een andere lijst.
carry-desk-beside-objection = Bezwaar van een andere dienst, af te handelen tot en met { $day }
carry-desk-beside-consult = Andere dienst die dit raakt, te horen tot en met { $day }
carry-desk-beside-early = Beslist voordat dit verwerkt was: leg uit hoe dat kwam
carry-desk-beside-put-off = Uitgesteld of bewaard, weer op te pakken tot en met { $day }
carry-desk-beside-choice = Waarden botsen, te kiezen tot en met { $day }
carry-desk-beside-left = De dossierhouder is weg: kies iemand anders
carry-desk-filter-department = Dienst
carry-desk-filter-area = Wijk
carry-desk-filter-theme = Thema
carry-desk-filter-waiting = Staat hier al
carry-desk-days = { $count } dagen of langer
carry-desk-saved-views = Uw bewaarde lijsten
carry-desk-save-title = Lijsten bewaren
carry-desk-save-name = Naam voor deze lijst
carry-desk-save-hint = U bewaart de lijst en wat u hierboven koos. Alleen u ziet ze.
carry-desk-save = Bewaar deze lijst
carry-desk-save-name-missing = Geef de lijst een naam, bijvoorbeeld ‘Groen, langer dan een maand’.
carry-desk-save-many = U bewaart al { $count } lijsten. Gooi er eerst een weg.
carry-desk-forget = Gooi ‘{ $name }’ weg
carry-desk-saved = De lijst is bewaard.
carry-desk-forgotten = De lijst is weggegooid. Aan de dossiers is niets veranderd.
carry-desk-choose = Kies
carry-desk-choose-one = Kies dossier { $number }
carry-desk-choose-all = { $count ->
    [one] Kies wat op deze bladzijde staat
   *[other] Kies alle { $count } op deze bladzijde
}
carry-desk-at-once = Met wat u koos
carry-desk-at-once-text = Kies dossiers in de lijst en daarna wat u wilt doen. U ziet eerst precies met welke dossiers dat gebeurt.
carry-desk-keys = Toetsen in deze lijst: j is het volgende dossier, k het vorige, x kiest het, Enter opent het. Met Tab en de spatiebalk kan alles ook.
carry-at-once-assign = Vraag een dienst
carry-at-once-assign-submit = Vraag deze dienst voor wat aangevinkt is
carry-at-once-schedule = Zet op een agenda
carry-at-once-schedule-submit = Zet op de agenda wat aangevinkt is
carry-at-once-hand-over = Draag over aan een collega
carry-at-once-hand-over-submit = Draag over wat aangevinkt is
carry-at-once-remind = Herinner wie aan zet is
carry-at-once-remind-submit = Verstuur de herinneringen voor wat aangevinkt is
carry-at-once-back = Terug naar mijn werk
carry-at-once-which = Met deze { $count } dossiers kan het
carry-at-once-which-hint = Het gebeurt alleen met wat aangevinkt is, met elk apart.
carry-at-once-none = Vink minstens één dossier aan.
carry-at-once-nothing = Met geen van deze dossiers kan dit nu. Ga terug en kies dossiers in de lijst.
carry-at-once-cannot = Met deze { $count } kan het niet
carry-at-once-assign-intro = Elk dossier krijgt dezelfde dienst. Het is pas van die dienst als ze het aanvaardt.
carry-at-once-motive-hint = Alleen nodig voor wat al op een andere agenda staat. Het is openbaar.
carry-at-once-holder-label = Wie houdt ze van nu af?
carry-at-once-holder-hint = Iemand van de dienst die het dossier heeft. De nieuwe houder krijgt per dossier een mail.
carry-at-once-words-label = Wat moet uw collega weten?
carry-at-once-words-hint = Komt als notitie bij elk dossier. Alleen medewerkers lezen het.
carry-at-once-remind-intro = Wie het dossier moet verder helpen, krijgt een mail. Per dossier kan dat één keer per dag.
carry-at-once-told = { $done } gedaan, { $undone } niet gedaan.
carry-at-once-done = Gedaan: { $count }
carry-at-once-undone = Niet gedaan: { $count }
carry-at-once-gone = Dit dossier is er niet meer. Misschien reist het nu samen met een ander.
carry-at-once-not-allowed = U mag dit niet met dit dossier.
carry-at-once-changed = Het dossier is veranderd sinds u het koos. Er is nu niets mee gedaan. Bekijk het en kies opnieuw.
carry-at-once-not-now = Dat kan nu niet. De stand is: { $state }.
carry-at-once-failed = Er ging iets mis bij ons. Er is niets mee gedaan. Probeer het opnieuw.
carry-hand-over-same = Die persoon houdt dit dossier al.
carry-remind-today = Voor dit dossier ging vandaag al een herinnering uit.
carry-task-remind-subject = Een collega vraagt u naar dossier { $number }
carry-task-remind-text = Dag { $name },

    Een collega vraagt u om dossier { $number } (‘{ $subject }’) verder te helpen.
    Wat u doet: openen, kijken wat er gevraagd is, en dat doen. Kunt u het niet, zeg dan in een notitie waarom.

    Open het dossier: { $address }
carry-task-comes-back-subject = Dossier { $number } was uitgesteld of bewaard en komt terug
carry-task-comes-back-text = Dag { $name },

    Dossier { $number } (‘{ $subject }’) was uitgesteld of bewaard tot { $until }. Die dag komt eraan.
    Pak het weer op. Het wordt dan opnieuw onderzocht en beslist, en de indiener krijgt een nieuw antwoord.
    Gebeurt dat niet, dan staat na die dag op de openbare pagina dat het stilligt.

    Open het dossier: { $address }
carry-task-handed-text = Dag { $name },

    U houdt van nu af dossier { $number } (‘{ $subject }’). Een collega droeg het aan u over.
    Wat u doet: de notities lezen en verder gaan waar het staat.

    Open het dossier: { $address }

carry-response-title = Wat doet de gemeente met dit initiatief?
carry-response-intro = Dit initiatief is van bewoners en blijft van hen. { $body } beslist er niet over. Zeg wat de gemeente doet: helpen, toestaan, een aanpassing vragen of tegenhouden. Zeg telkens waarom. Iedereen leest dit.
carry-response-label = Wat de gemeente doet
carry-response-missing = Kies wat de gemeente doet. Over een initiatief van bewoners wordt niet beslist.
carry-response-motive-label = Waarom?
carry-response-motive-hint = Welke regel, welk belang of welke afspraak? Grijp alleen in als het moet.
carry-response-motive-missing = Schrijf waarom. Zonder reden grijpt de gemeente niet in en helpt ze ook niet.
carry-response-no-initiative = Dit is geen initiatief van bewoners. Kies een uitkomst.
carry-bundle-initiative = Initiatieven van bewoners voegt u niet samen. Breng de mensen bij elkaar: zij kiezen of ze samen verdergaan.
carry-advise-reply-heading = De antwoordnota
carry-advise-reply-intro = Bewoners reageren hier op een plan. Elke reactie krijgt een formeel antwoord. Iedereen kan het lezen, en het gaat mee naar de vergadering.
carry-advise-plan-change-label = Wat doet deze reactie met het plan?
carry-advise-reply-label = Het antwoord op de reactie
carry-advise-reply-hint = Ga in op elk punt van de reactie. Zeg wat er verandert in het plan, of waarom niet.
carry-advise-reply-missing = Schrijf het antwoord op de reactie. Zonder antwoordnota kan het advies niet weg.
carry-convene-partner-label = Welke partners zitten mee aan tafel?
carry-convene-partner-hint = Zij zijn mede-eigenaar: nodig er minstens één uit.
carry-convene-partner-missing = Nodig minstens één partner uit die mede-eigenaar is.
carry-ask-means-already = Dit is al gevraagd, en er is nog geen antwoord.
carry-ask-means-budget-label = Uit welk budget?
carry-ask-means-budget-hint = Is er nu niet genoeg? Dan staat de vraag in de wachtrij tot er weer over het budget beslist wordt.
carry-ask-means-budget-of = { $name } – { $who } (nog { $left })
carry-ask-means-budget-all = alle diensten samen, ieder naar haar deel
carry-ask-means-budget-wrong = Kies een budget uit de lijst, en een bedrag dat verdeeld kan worden.
carry-ask-means-department-hint = Alleen nodig als u geen budget kiest.
carry-ask-means-euros-missing = Schrijf hoeveel geld u uit dit budget vraagt.
carry-answer-means-part-label = Op welke vraag antwoordt u?
carry-answer-means-part-missing = Kies op welke vraag u antwoordt.
carry-answer-means-part-of = { $what }, van { $department }
carry-answer-means-part-of-budget = { $what }, van { $department }, uit { $budget }
carry-answer-means-left = In dit deel van het budget is nog { $left }.
carry-answer-means-later = Niet nu: het komt in de wachtrij van dit budget
carry-answer-means-until-label = Wanneer wordt er weer over het budget beslist?
carry-answer-means-until-hint = Alleen voor de wachtrij. Iedereen kan deze dag lezen.
carry-answer-means-until-past = Kies een dag die nog komt.
carry-answer-means-nothing-left = Zo veel is er niet meer in dit budget. Zeg nee met een reden, of zet het in de wachtrij.
carry-dossier-means-queued = In de wachtrij tot { $day }.
carry-budgets-title = Budgetten
carry-budgets-lead = Van wie het geld is, wat ervan gevraagd en toegezegd is, en wat er over is. Alleen wie over een deel gaat, zegt het toe.
carry-budgets-none = Er is nog geen budget genoteerd.
carry-budgets-caption = Alle budgetten, op naam
carry-budget-title = Budget
carry-budget-back = Terug naar de budgetten
carry-budget-new-title = Noteer een budget
carry-budget-change-title = Wijzig het budget
carry-budget-intro = Noteer van wie het geld is en hoeveel. Wat toegezegd is, blijft staan.
carry-budget-name-label = Naam
carry-budget-name-hint = Zoals collega’s het noemen: «Groen in de wijk».
carry-budget-name-missing = Schrijf hoe het budget heet.
carry-budget-kind-label = Soort
carry-budget-kind-hint = Een potje buiten de jaarcyclus kan ook tussen twee begrotingen toezeggen, zolang er iets over is.
carry-budget-kind-missing = Kies wat voor budget het is.
carry-budget-kind-yearly = Jaarbudget van één dienst
carry-budget-kind-pooled = Samengelegd door meer diensten
carry-budget-kind-off-cycle = Potje buiten de jaarcyclus
carry-budget-cycle-label = Jaar of periode
carry-budget-cycle-hint = Bijvoorbeeld 2027.
carry-budget-next-label = Volgende beslissing over dit budget
carry-budget-next-hint = Tot die dag staat een vraag in de wachtrij als er niet genoeg is. Nodig voor een jaarbudget en voor samengelegd geld.
carry-budget-next-missing = Schrijf wanneer er weer over dit budget beslist wordt.
carry-budget-ended-label = Gesloten vanaf
carry-budget-ended-hint = Vanaf die dag kan er niets meer uit gevraagd worden.
carry-budget-shares = Delen
carry-budget-shares-text = Eén deel voor een jaarbudget of een potje. Bij samengelegd geld een deel per dienst.
carry-budget-shares-wrong = Samengelegd geld heeft ten minste twee delen. Elk ander budget heeft er één.
carry-budget-share = Deel { $number }
carry-budget-department-wrong = Kies een dienst, en elke dienst één keer.
carry-budget-amount-label = Bedrag
carry-budget-amount-hint = In euro’s, zoals 12.500 of 12.500,50.
carry-budget-amount-wrong = Schrijf een bedrag in euro’s, zoals 12.500.
carry-budget-below-committed = Uit dit deel is al meer gevraagd of toegezegd. Maak het bedrag niet kleiner en laat het deel staan.
carry-budget-holder-label = Budgethouder
carry-budget-holder-hint = Leeg: wie volgens zijn rol over het budget van die dienst gaat. Met een naam zegt alleen die persoon toe, of wie hem vervangt.
carry-budget-holder-role = wie over het budget van de dienst gaat
carry-budget-holder-wrong = Kies iemand die over een budget gaat.
carry-budget-asked = Gevraagd
carry-budget-committed = Toegezegd
carry-budget-left = Over
carry-budget-save = Bewaar het budget
carry-budget-saved = Het budget is bewaard.
carry-budget-requests = Wat eruit gevraagd is
carry-budget-requests-none = Er is nog niets uit gevraagd.
carry-budget-requests-order = Wat het langst geleden gevraagd is, staat bovenaan: dat is ook de wachtrij.
carry-budget-released = Terug naar het budget op { $day }.
carry-budget-asked-no-longer = Sinds { $day } niet meer gevraagd.
carry-agendas-title = Wat op de agenda staat
carry-agendas-lead = Waarover het college, de raad of een ander orgaan beslist, per vergadering. Bij elk punt staat welke bijdragen eronder liggen.
carry-agendas-none = Er staat niets op een agenda.
carry-agendas-of = { $body }, { $day }
carry-agendas-past = Deze dag is voorbij. Schrijf op wat er beslist is, of zet het op een andere dag.
carry-agendas-more = { $count ->
    [one] En nog één andere bijdrage.
   *[other] En nog { $count } andere bijdragen.
}
carry-briefings-title = Wat de raad hoorde
carry-briefings-lead = Wat de gemeenteraad of een commissie hoorde voordat er beslist wordt, en wat raadsleden vroegen.
carry-briefings-none = Er is nog geen briefing genoteerd. Dat kan op de bladzijde van een project.
carry-briefings-all = Alle briefings
carry-briefing-title = Briefing van de raad
carry-briefing-new-title = Noteer een briefing van de raad
carry-briefing-back = Terug naar het project
carry-briefing-intro = Vertel wat de raad hoorde. Iedereen kan het lezen, ook de indieners.
carry-briefing-body-label = Wie is ingelicht?
carry-briefing-body-hint = De gemeenteraad, of een commissie ervan.
carry-briefing-body-missing = Schrijf wie is ingelicht.
carry-briefing-date-label = Op welke dag?
carry-briefing-ahead = Deze dag moet nog komen. Noteer een briefing als die er geweest is.
carry-briefing-told-label = Wat is verteld
carry-briefing-told-hint = In gewone woorden: wat bewoners zeiden, wat nog open is, en wanneer er beslist wordt.
carry-briefing-told-missing = Schrijf wat verteld is.
carry-briefing-numbers-label = Over welke bijdragen?
carry-briefing-numbers-hint = Openbare nummers, met een komma ertussen. Leeg: over het hele project.
carry-briefing-number-unknown = Nummer { $number } hoort niet bij dit project.
carry-briefing-closed-label = Mag dit volgens de wet niet openbaar zijn? Noem de regel.
carry-briefing-closed-hint = Laat leeg als iedereen het mag lezen. Anders staat er openbaar alleen dat er een briefing was, en deze regel.
carry-briefing-closed = Wat hier staat, is volgens de wet niet openbaar:
carry-briefing-submit = Bewaar de briefing
carry-briefing-done = De briefing is bewaard.
carry-briefing-dossiers = Over deze dossiers
carry-briefing-questions = Wat raadsleden vroegen
carry-briefing-questions-none = Er is niets gevraagd.
carry-briefing-question-title = Noteer een vraag van een raadslid
carry-briefing-question-label = Wat is gevraagd?
carry-briefing-question-hint = Zonder naam van het raadslid. Iedereen kan de vraag en het antwoord lezen.
carry-briefing-question-missing = Schrijf wat gevraagd is.
carry-briefing-question-submit = Bewaar de vraag
carry-briefing-until-label = Voor welke dag komt er een antwoord?
carry-briefing-until-hint = Die dag staat openbaar bij de vraag.
carry-briefing-until-past = Deze dag is voorbij. Kies vandaag of later.
carry-briefing-asked = De vraag is bewaard.
carry-briefing-answer-title = Antwoord op een vraag
carry-briefing-answer-which = Kies op welke vraag u antwoordt.
carry-briefing-answer-label = Wat is het antwoord?
carry-briefing-answer-missing = Schrijf het antwoord.
carry-briefing-answer-submit = Bewaar het antwoord
carry-briefing-answered = Het antwoord is bewaard.
carry-briefing-answered-already = Op deze vraag is al geantwoord.
carry-moments-title = Politici bij een bijeenkomst
carry-moments-intro = Noteer of er politici bij een moment uit de planning waren. Vraag na afloop aan wie er was wat dat deed. Noteer alleen aantallen, geen namen en geen partijen.
carry-moments-caption = Wat genoteerd is
carry-moments-none = In de planning staat nog geen moment dat voorbij is.
carry-moment-day-label = Welk moment?
carry-moment-day-missing = Kies een moment uit de planning dat voorbij is.
carry-moment-politicians-label = Hoeveel politici waren er?
carry-moment-politicians-hint = Schrijf 0 als er niemand was.
carry-moment-helpful-label = Het hielp
carry-moment-rated-hint = Hoeveel aanwezigen zeiden dit? Leeg als er niets gevraagd is. Kleine aantallen laten wij niet zien.
carry-moment-steering-label = Het stuurde
carry-moment-neither-label = Het maakte niets uit
carry-moment-number-wrong = Schrijf een heel getal, zoals 2 of 0.
carry-moment-rated-without = Er was niemand van de politiek, dus kan niemand er iets van gevonden hebben.
carry-moment-submit = Bewaar
carry-moment-done = Het is bewaard.
carry-dossier-handle = Handel alles in één keer af

# Eén resultaat voor iedereen (F5)
carry-screen-apart-label = Dit vraagt een eigen behandeling
carry-screen-apart-hint = Antwoorden worden hier samengelegd voor één resultaat. Vertelt iemand iets dat daar niet in thuishoort, zoals een klacht over een eigen zaak? Kruis dit aan. De bijdrage gaat dan haar eigen weg.
carry-result-title = Schrijf het resultaat op
carry-result-intro = { $count ->
    [one] Er is { $count } antwoord samengelegd. Schrijf één keer op wat eruit kwam en wat ermee gebeurt. Iedereen leest dit, en wie meedeed krijgt het thuis.
   *[other] Er zijn { $count } antwoorden samengelegd. Schrijf één keer op wat eruit kwam en wat ermee gebeurt. Iedereen leest dit, en wie meedeed krijgt het thuis.
 }
carry-result-words-label = Wat zeiden mensen?
carry-result-words-hint = Vertel ook wat maar weinigen zeiden, zonder dat iemand te herkennen is.
carry-result-words-missing = Schrijf wat mensen zeiden.
carry-result-counts = Hoe vaak
carry-result-counts-text = Tel wat vaak terugkwam. Meer dan { $count } kan niet: zoveel antwoorden zijn er. Minder dan { $most } tonen we als «minder dan { $most }», zodat niemand te herkennen is.
carry-result-count = Telling { $number }
carry-result-said-label = Wat gezegd werd
carry-result-said-missing = Schrijf wat u telde.
carry-result-many-label = Hoe vaak
carry-result-many-wrong = Vul een getal in van 0 tot en met { $most }.
carry-result-count-wrong = Een telling is groter dan het aantal antwoorden, of er zijn te veel tellingen.
carry-result-deed-heading = Wat gebeurt ermee?
carry-result-acts-label = Gebeurt er iets met dit resultaat?
carry-result-acts-yes = Ja, er gebeurt iets
carry-result-acts-no = Nee, er verandert nu niets
carry-result-missing = Kies of er iets gebeurt. Zonder resultaat krijgt niemand een antwoord.
carry-result-deed-label = Wat gebeurt er?
carry-result-deed-hint = Alleen bij ja. Zeg wat mensen ervan zullen merken.
carry-result-deed-missing = Schrijf wat er gebeurt, of kies «er verandert nu niets».
carry-result-department-label = Wie doet dat?
carry-result-department-missing = Kies de dienst die het doet.
carry-result-until-label = Tegen wanneer?
carry-result-until-hint = De dag waarop het klaar is.
carry-result-until-past = Die dag is al voorbij. Kies vandaag of later.
carry-result-motive-label = Waarom?
carry-result-motive-hint = Waarom u dit doet, of waarom er niets verandert. Ook wie iets anders vroeg, moet dit kunnen volgen.
carry-result-way-label = Zijn er middelen van anderen nodig?
carry-result-way-hint = Kan uw dienst het zelf, dan geldt het resultaat meteen. Anders beslist wie in de afspraken staat.
carry-result-way-own = Nee, onze dienst kan dit zelf
carry-result-way-decision = Ja, leg het voor
carry-result-needs-decision = Hiervoor zijn middelen van een andere dienst gevraagd. Leg het resultaat voor.
carry-result-submit = Leg het resultaat vast
carry-result-outcome = Over wat samengelegd is, wordt niet één voor één beslist. Kies een uitkomst voor het hele resultaat.
carry-result-none-here = Deze bijdrage is niet met andere samengelegd voor één resultaat. Kies een andere uitkomst.
