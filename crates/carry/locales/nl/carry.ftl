# Doorwerken: wat inwoners zien.
carry-question-title = Een vraag over uw bijdrage
carry-question-intro = De gemeente wil iets van u weten over bijdrage { $number }. Met uw volgcode leest u de vraag en antwoordt u.
carry-question-code-label = Uw volgcode
carry-question-code-hint = Zestien tekens. De code staat op uw ontvangstbewijs.
carry-question-code-missing = Vul uw volgcode in. Ze staat op uw ontvangstbewijs.
carry-question-code-wrong = Deze volgcode hoort niet bij bijdrage { $number }. Kijk ze na en probeer het opnieuw.
carry-question-show = Toon de vraag
carry-question-asked = De vraag van { $day }
carry-question-until = U kunt antwoorden tot en met { $day }. Antwoordt u niet, dan gaat de gemeente zonder uw antwoord verder. Uw bijdrage blijft meetellen.
carry-question-answer-label = Uw antwoord
carry-question-answer-hint = Schrijf zoals u het zou zeggen. Zet er geen namen of telefoonnummers in.
carry-question-answer-missing = Schrijf uw antwoord.
carry-question-send = Verstuur mijn antwoord
carry-question-sent = Dank u. Uw antwoord is binnen en ligt bij de dienst die het vroeg.
carry-question-none = Er staat nu geen vraag open over deze bijdrage. Misschien is ze al beantwoord, of is de tijd om te antwoorden voorbij.
carry-question-follow = Volg uw bijdrage
carry-question-mail-subject = Een vraag over uw bijdrage { $number }
carry-question-mail-text = Beste,

    De gemeente wil iets van u weten over uw bijdrage { $number }:

    { $question }

    Antwoorden kan tot en met { $day } op { $address }. U hebt daarvoor uw volgcode nodig; ze staat op uw ontvangstbewijs. Liever bellen of langskomen? Dat kan ook.

    Antwoordt u niet, dan gaan we zonder uw antwoord verder. Uw bijdrage blijft meetellen.

    { $site }
carry-still-undecided = Het advies is klaar, maar wie hierover mag beslissen, heeft nog niet beslist
carry-still-put-off = Dit was uitgesteld of bewaard tot een dag die voorbij is, en niemand heeft het weer opgepakt
carry-not-now = Deze stap kan nu niet. Misschien is hij al gezet.
carry-not-allowed = Deze stap kan nog niet. Er moet eerst iets anders gebeuren.
carry-elsewhere-report-point = het meldpunt van de gemeente
carry-elsewhere-social-service = de sociale dienst
carry-elsewhere-complaints = de klachtendienst
carry-elsewhere-police = de politie
carry-elsewhere-other-government = een ander bestuur
carry-elsewhere-other = iemand anders
carry-kind-idea = Idee
carry-kind-reaction = Reactie op een plan
carry-kind-experience = Ervaring
carry-kind-question = Vraag over beleid
carry-kind-offer = Aanbod om iets te doen
carry-frame-legal = Wetten en regels
carry-frame-financial = Geld
carry-frame-practical = Plaats, onderhoud en techniek
carry-frame-plans = Plannen die er al zijn
carry-firmness-essential = Dit ligt vast: de gemeente kan er niet van afwijken.
carry-firmness-adjustable = Dit kan aangepast worden door wie de regel maakte.
carry-firmness-unknown = Of dit aangepast kan worden, is niet bekend.
carry-level-head = het diensthoofd
carry-level-manager = de directie
carry-level-college = het college
carry-nature-costs = kosten
carry-nature-work = werk of tijd
carry-nature-rules = regels
carry-nature-safety = veiligheid
carry-nature-plans = andere plannen
carry-nature-other = iets anders
carry-ending-withdrawn = Ingetrokken door de dienst zelf
carry-ending-met = Opgelost met een maatregel
carry-ending-set-aside = Opzijgezet met een reden
carry-consult-agrees = Eens
carry-consult-dissents = Niet eens
carry-consult-untouched = Raakt deze dienst niet
carry-consult-passed-over = Verdergegaan zonder deze dienst, met een reden
carry-consult-took-over = Nam het dossier zelf aan
carry-overtaken-explained = De procesbewaker legde uit hoe dat kwam
carry-overtaken-processed = Daarna toch verwerkt en beslist
carry-overtaken-reviewed = Wordt herzien

carry-response-help = De gemeente helpt
carry-response-permit = De gemeente geeft toestemming
carry-response-adjust = De gemeente vraagt een aanpassing
carry-response-block = De gemeente houdt dit tegen
carry-plan-change-changed = Het plan wordt aangepast zoals gevraagd
carry-plan-change-partly = Het plan wordt voor een deel aangepast
carry-plan-change-unchanged = Het plan blijft zoals het is
carry-council-title = Wat de raad hoorde
carry-council-none = De raad is hier nog niet over ingelicht.
carry-council-closed = Wat verteld is, is volgens de wet niet openbaar:
carry-council-question = Een raadslid vroeg
carry-council-late = Had al beantwoord moeten zijn
carry-briefing-of = { $body }, { $day }
carry-briefing-answered-on = Geantwoord op { $day }
carry-briefing-answer-by = Antwoord uiterlijk op { $day }
carry-kind-survey-answer = Antwoord op een bevraging
carry-result-heading = Het resultaat
carry-result-waits = Dit resultaat ligt voor: er is geld of werk van andere diensten voor nodig, en daarover wordt nog beslist.
carry-result-respondents = { $count ->
    [one] { $count } antwoord is samengelegd. Opgeschreven op { $day }.
   *[other] { $count } antwoorden zijn samengelegd. Opgeschreven op { $day }.
 }
carry-result-many = { $count } keer gezegd
carry-result-few = minder dan { $most } keer gezegd
carry-result-deed = Wat ermee gebeurt
carry-result-by = { $department }, tegen { $day }
carry-result-nothing = Er verandert nu niets
carry-result-why = Waarom
