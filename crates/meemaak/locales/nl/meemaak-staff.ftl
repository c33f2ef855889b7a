meemaak-nav-work = Mijn werk
meemaak-nav-carrying-out = Uitvoering
meemaak-nav-design = Projecten
meemaak-nav-lessons = Lessen
meemaak-nav-keep-plans = Plannen van diensten
meemaak-nav-intake = Optekenen
meemaak-nav-fieldwork = In het veld
meemaak-nav-measure = Meten
meemaak-nav-group-count = Groepstelling
meemaak-nav-research = Onderzoek
meemaak-nav-evaluations = Evaluaties
meemaak-nav-budgets = Budgetten
meemaak-nav-agenda = Agenda
meemaak-nav-bundling = Bundelen
meemaak-nav-privacy = Privacy
meemaak-nav-delivery = Bezorging
meemaak-nav-admin = Beheer
meemaak-nav-figures-setting = Kleine groepen
meemaak-nav-beginnings = Voorbeelden voor antwoorden
meemaak-nav-own-knowledge = Eigen kennis
meemaak-nav-regulation = Reglement
meemaak-nav-comments = Reacties
meemaak-nav-reviews = Herzieningen
meemaak-nav-erasure = Gegevens van een persoon
meemaak-nav-journal = Logboek

meemaak-checkpoint-mail-subject = Controlepunt van het logboek, { $day }
meemaak-checkpoint-mail-text =
    Dit is het ondertekende controlepunt van het logboek voor { $day }. Bewaar deze mail.

    { $checkpoint }

    Hetzelfde moet staan op { $address }.

    Staat daar iets anders, of niets? Dan is het logboek veranderd. Wie het logboek beheert, kan het ook nakijken: bewaar
    de regels hierboven van «{"{"}» tot «{"}"}» als bestand en start «meemaak journal verify --checkpoint BESTAND».
