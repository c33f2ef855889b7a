### De weg van een bijdrage (catalogus F).

# Waar een bijdrage is.
journey-state-captured = Opgetekend
journey-state-received = Ontvangen
journey-state-screened = Bekeken
journey-state-referred = Doorverwezen
journey-state-parked = Bewaard voor later
journey-state-bundled = Samengelegd met andere
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

# Wat er gebeurde.
journey-step-opened = Bijdrage ontvangen
journey-step-privacy-checked = Nagekeken op persoonlijke gegevens
journey-step-screened = Bekeken: hoort bij dit project
journey-step-referred = Doorverwezen naar wie erover gaat
journey-step-parked = Bewaard voor later
journey-step-joined = Samengelegd met andere bijdragen
journey-step-left = Losgemaakt van andere bijdragen
journey-step-assigned = Gevraagd aan een dienst
journey-step-accepted = Aangenomen door een dienst
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
journey-step-withdrawn = Ingetrokken door de indiener

# Waarom het stil ligt (F3).
journey-stranding-x1 = De termijn is voorbij
journey-stranding-x2 = Geen dienst neemt dit aan
journey-stranding-x7 = Beslist, maar nog niet beantwoord
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
