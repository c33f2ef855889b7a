### De weg van een bijdrage (catalogus F).

# Waar een bijdrage is.
journey-state-captured = Opgetekend
journey-state-received = Ontvangen
journey-state-screened = Bekeken
journey-state-referred = Doorverwezen
journey-state-parked = Bewaard voor later
journey-state-bundled = Samengelegd met andere
journey-state-divided = Opgedeeld: diensten behandelen elk een deel
journey-state-assigned = Bij een dienst
journey-state-frame-check = Toets: mag het, kan het, is er geld?
journey-state-assessed = Wordt onderzocht
journey-state-questioned = Vraag aan de indiener
journey-state-table = Overleg tussen diensten
journey-state-means = Wacht op geld of mensen
journey-state-escalated = Voorgelegd aan een hoger niveau
journey-state-advice-ready = Advies is klaar
journey-state-on-agenda = Op de agenda
journey-state-decided = Beslist
journey-state-fed-back = Beantwoord
journey-state-reaction = U kunt reageren
journey-state-underway = In uitvoering
journey-state-realised = Klaar
journey-state-integrated = Deel van de wijk
journey-state-evaluated = Geëvalueerd
journey-state-withdrawn = Ingetrokken

# Wat er beslist is (F2).
journey-outcome-adopted = Overgenomen
journey-outcome-partly = Gedeeltelijk of gewijzigd overgenomen
journey-outcome-not-adopted = Overwogen, maar niet overgenomen
journey-outcome-deferred = Uitgesteld tot een latere datum
journey-outcome-trial = Eerst een proefperiode
journey-outcome-self-with-support = Zelf te doen, met steun van de gemeente
journey-outcome-transferred = De taak gaat over naar de indieners
journey-outcome-other-authority = Doorverwezen naar een ander bestuur
journey-outcome-out-of-scope = Buiten bereik, bewaard voor later
journey-outcome-result-acted = Verwerkt in het resultaat, en er gebeurt iets mee
journey-outcome-result-noted = Verwerkt in het resultaat; er verandert nu niets

# Wat er gebeurde.
journey-step-received = Bijdrage ontvangen
journey-step-tabled = Besproken door de diensten samen
journey-step-means-awaited = Gewacht op geld of mensen
journey-step-means-committed = Geld of mensen toegezegd
journey-step-means-refused = Geld of mensen geweigerd
journey-step-escalated = Voorgelegd aan een hoger niveau
journey-step-objected = Bezwaar van een andere dienst
journey-step-objection-ended = Bezwaar van een andere dienst afgehandeld
journey-step-touched = Raakt ook een andere dienst
journey-step-consulted = Gehoord: een andere dienst die dit raakt
journey-step-overtaken = Besluit genomen voordat dit verwerkt was
journey-step-overtaking-ended = Nagekeken: het besluit dat te vroeg kwam
journey-step-values-weighed = Waarden afgewogen
journey-step-started = De uitvoering begon
journey-step-realised = Uitgevoerd
journey-step-integrated = Na een jaar: deel van de wijk
journey-step-evaluated = Geëvalueerd
journey-step-privacy-checked = Nagekeken op persoonlijke gegevens
journey-step-screened = Bekeken: hoort bij dit project
journey-step-referred = Doorverwezen naar wie erover gaat
journey-step-parked = Bewaard voor later
journey-step-gathered = Verzameld met de andere antwoorden
journey-step-joined = Samengelegd met andere bijdragen
journey-step-left = Losgemaakt van andere bijdragen
journey-step-divided = Opgedeeld over diensten
journey-step-reunited = Delen weer samengevoegd
journey-step-part-begun = Begonnen als deel van een bijdrage
journey-step-part-answered = Een deel is beantwoord
journey-step-part-reopened = Een deel wordt nog eens bekeken
journey-step-assigned = Gevraagd aan een dienst
journey-step-accepted = Aangenomen door een dienst
journey-step-handed-over = Overgedragen aan een collega
journey-step-holder-absent = Wie dit behandelt, is er niet meer of is er weer
journey-step-handed-back = Teruggegeven door een dienst
journey-step-questioned = Vraag gesteld aan de indiener
journey-step-question-answered = Vraag beantwoord door de indiener
journey-step-question-lapsed = Verdergegaan zonder antwoord op de vraag
journey-step-frames-checked = Getoetst: mag het, kan het, is er geld?
journey-step-assessed = Onderzocht
journey-step-advice-ready = Advies gegeven
journey-step-scheduled = Op de agenda gezet
journey-step-decided = Beslist
journey-step-answered = Antwoord gepubliceerd
journey-step-delivered = Antwoord bezorgd
journey-step-reacted = Indiener reageerde
journey-step-review-granted = Herziening toegestaan
journey-step-resumed = Weer opgepakt
journey-step-withdrawn = Ingetrokken door de indiener
journey-step-part-withdrawn = Ingetrokken door de indiener

# Waarom het stil ligt (F3).
journey-stranding-x1 = De termijn is voorbij
journey-stranding-x2 = Geen dienst neemt dit aan
journey-stranding-x3 = Een andere dienst heeft een bezwaar dat niet is afgehandeld
journey-stranding-x4 = Wacht op geld of mensen van een andere dienst
journey-stranding-x5 = Er botsen waarden, en niemand koos
journey-stranding-x6 = Het advies is klaar, maar staat nog op geen agenda
journey-stranding-x7 = Beslist, maar nog niet beantwoord
journey-stranding-x8 = Beslist om te doen, maar er is nog niets gepland
journey-stranding-x9 = Dit raakt ook een andere dienst, en die is niet gehoord
journey-stranding-x10 = Wie hieraan werkte is weg, en niemand nam het over
journey-stranding-x11 = Het geld stopt binnenkort, en niemand zei hoe het verdergaat
journey-stranding-x12 = Er is een besluit genomen voordat deze bijdrage verwerkt was
journey-confirmed-by-author = een indiener
journey-confirmed-by-neighbourhood-manager = de wijkmanager
journey-stranded-since = Ligt stil sinds { $date }

# Hoe de bijdrage binnenkwam.
journey-channel-online = Via de website
journey-channel-meeting = Op een bijeenkomst
journey-channel-house-visit = Bij een huisbezoek
journey-channel-square-talk = In een gesprek op straat
journey-channel-phone = Aan de telefoon
journey-channel-paper = Op papier
journey-channel-digipunt = In een digipunt

# Hoe de indiener het antwoord wil.
journey-answer-by-none = Geen persoonlijk antwoord
journey-answer-by-mail = Per mail
journey-answer-by-letter = Per brief
journey-answer-by-phone = Aan de telefoon
journey-answer-by-intermediary = Via de organisatie die hielp

# Of het antwoord aankwam.
journey-delivery-pending = Nog te bezorgen
journey-delivery-sent = Verstuurd
journey-delivery-printed = Afgedrukt
journey-delivery-handed-over = Afgegeven
journey-delivery-confirmed = Aangekomen
journey-delivery-failed = Niet aangekomen
journey-delivery-not-needed = Niet nodig: geen antwoord gevraagd

# Uitslag van een toets
journey-verdict-fits = Past
journey-verdict-fits-if = Past als er iets verandert
journey-verdict-does-not-fit = Past niet

# Hoe het met één indiener staat
journey-track-along = Onderweg
journey-track-fed-back = Beantwoord
journey-track-reaction = Reactie mogelijk
journey-track-withdrawn = Ingetrokken

# Waarom een stap nu niet kan
journey-guard-elsewhere = Deze bijdrage hoort bij een ander dossier.
journey-guard-withdrawn = De indiener trok deze bijdrage in.
journey-guard-privacy = Niet alle bijdragen zijn nagekeken op persoonlijke gegevens. Doe dat eerst.
journey-guard-other-department = Deze vraag ging naar een andere dienst. Alleen die dienst kan antwoorden.
journey-guard-owner = Eerst moet een dienst dit aannemen.
journey-guard-not-bounced = Een tafel kan pas als twee diensten dit teruggaven, of als een dienst dit heeft.
journey-guard-frames = Niet alle drie de toetsen zijn ingevuld: juridisch, financieel en praktisch.
journey-guard-question = Deze vraag staat niet meer open.
journey-guard-question-term = De indiener heeft nog tijd om te antwoorden.
journey-guard-means = Alleen wie om het geld of de mensen gevraagd is, kan die toezeggen.
journey-guard-objection = Deze dienst kan hier geen (tweede) bezwaar maken, of het bezwaar is al afgehandeld.
journey-guard-touch = Deze dienst is al gevraagd, heeft het dossier zelf, of is niet gevraagd.
journey-guard-consult = Nog niet elke dienst die dit raakt, is gehoord. Vraag die eerst.
journey-guard-overtaken = Dit is al gemeld, of er is niets te bekijken.
journey-guard-absent = Dit is al gemeld, of er is niets te melden.
journey-guard-agenda-date = De datum op de agenda ligt in het verleden. Kies een latere dag.
journey-guard-mandate = Zonder agenda beslissen kan alleen met een mandaat.
journey-guard-only-a-no = Zo vroeg kan met mandaat alleen een afwijzing met reden.
journey-guard-decision-date = De dag van de beslissing ligt in de toekomst.
journey-guard-deferred-until = Wie uitstelt, zegt tot wanneer. Vul een datum in.
journey-guard-answered = Deze indiener kreeg al een antwoord.
journey-guard-not-answered = Deze indiener heeft nog geen antwoord. Geef dat eerst.
journey-guard-delivery = De bezorging kan niet naar deze stap.
journey-guard-review = Geen enkele indiener vroeg om een herziening.
journey-guard-not-deferred = Alleen een uitgesteld idee wacht na de beslissing op geld of mensen.
journey-guard-not-put-off = Alleen wat uitgesteld is of bewaard wordt, kan weer opgepakt worden.
journey-guard-put-off = Dit is uitgesteld of bewaard en komt terug. Het eindigt niet met de evaluatie van het project.
journey-guard-nothing-to-do = Er is niets beslist dat uitgevoerd kan worden.
journey-guard-owed = Nog niet elke indiener heeft een antwoord.
journey-guard-bundle = Samenleggen kan niet: het dossier is leeg of het is hetzelfde dossier.
journey-guard-divide = Opdelen kan niet: de bijdrage reist met andere, is zelf al een deel, of er zijn minder dan twee delen.
journey-guard-parts = Deze bijdrage is opgedeeld: dit gebeurt met elk deel apart. Delen samenvoegen kan alleen zolang geen deel beantwoord is.
journey-guard-part = Een deel wordt ingetrokken met de hele bijdrage.
journey-guard-result = Een resultaat komt na het onderzoek van een dienst. Schrijf eerst het resultaat op.
