# Ontwerpen: het kader van een proces. Woorden voor iedereen.
design-processes = Waarover u mee kunt praten
design-processes-text = Bij elke vraag leest u wat u kunt veranderen, wie beslist en tot wanneer u kunt meedoen.
design-processes-none = Er loopt nu geen vraag aan bewoners.
design-open = U kunt nu meedoen.
design-open-until = U kunt meedoen tot en met { $date }.
design-opens-on = U kunt meedoen vanaf { $date }.
design-no-longer-open = U kunt hier geen nieuwe bijdrage meer geven.
design-read-agreements = Lees alle afspraken
design-to-process = Naar de bladzijde van dit proces

design-agreements-of = Afspraken: { $title }
design-agreements-text = Dit zijn de afspraken tussen u en het bestuur. Elke wijziging staat onderaan, met de reden.
design-version-since = Versie { $version }, geldig sinds { $date }.
design-some-original = Niet alles is vertaald in uw taal. Wat niet vertaald is, leest u zoals het geschreven is.
design-about = Waarover gaat het?
design-limits = Wat kan en wat niet
design-decision = De beslissing
design-with-what = Waarmee
design-questions = Vragen over dit proces
design-closed-on = Gesloten op { $date }
design-closed-still-answered = Wie iets inbracht, krijgt nog altijd antwoord.

design-title = Titel
design-question = De vraag
design-reason = Waarom we dit vragen
design-can-change = Wat u kunt veranderen
design-fixed = Wat al vastligt
design-outside = Waar dit niet over gaat
design-decides = Wie beslist
design-criteria = Waarop de beslissing steunt
design-means = Mensen, geld en tijd
design-contact = Bij wie u terechtkunt
design-rung = Hoeveel u te zeggen hebt
design-mandate = Wie dit heeft toegestaan
design-decider = Wie de beslissing neemt
design-budget = Budget
design-opens = Eerste dag
design-closes = Laatste dag
design-decision-date = Dag van de beslissing
design-answer-term = Wanneer u antwoord krijgt
design-planning = Planning

design-rung-listen-promise = Wij luisteren naar u. Het bestuur beslist.
design-rung-consult-promise = U geeft advies. Het bestuur beslist, en legt uit wat het met uw advies doet.
design-rung-co-produce-promise = U maakt het plan samen met ons. Het bestuur beslist over dat plan.
design-rung-co-decide-promise = U beslist samen met het bestuur.
design-rung-decide-alone-promise = U beslist zelf, binnen deze afspraken.
design-decision-planned = De beslissing is gepland op { $date }.
design-ladder-source = De ladder heeft vijf treden, van luisteren tot alleen beslissen (Pröpper en Steenbergen, 1999).
design-ladders = Dezelfde trede op andere ladders
design-ladders-text = Elke ladder telt anders. Zo lezen wij deze trede op een andere ladder.
design-mandate-sentence = { $body } besliste dit op { $date } ({ $reference }).
design-decider-body = De gemeenteraad of het college
design-decider-department-head = Het hoofd van de bevoegde afdeling
design-decider-neighbourhood-manager = De wijkmanager, voor kleine zaken in de wijk
design-answer-within-working-days = { $days ->
    [one] U krijgt antwoord, met de reden, binnen { $days } werkdag na de beslissing.
   *[other] U krijgt antwoord, met de reden, binnen { $days } werkdagen na de beslissing.
}
design-answer-within-days = { $days ->
    [one] U krijgt antwoord, met de reden, binnen { $days } dag na de beslissing.
   *[other] U krijgt antwoord, met de reden, binnen { $days } dagen na de beslissing.
}
design-planning-caption = Wat gebeurt wanneer
design-planning-day = Dag
design-planning-what = Wat er gebeurt
design-planning-opens = U kunt meedoen vanaf deze dag.
design-planning-closes = Laatste dag om mee te doen.
design-planning-decision = De beslissing valt.

design-history = Wat er veranderde
design-history-none = Er veranderde nog niets sinds de eerste dag.
design-history-version = Versie { $version }, { $date }
design-history-first = Dit is de eerste versie.
design-history-reason = Waarom dit veranderde
design-history-caption = Wat versie { $version } veranderde
design-history-what = Onderdeel
design-history-was = Eerst
design-history-is = Nu
design-history-nothing = niets

design-state-draft = In voorbereiding
design-state-published = Openbaar
design-state-closed = Gesloten

# Uit de ontwerpgids, voor iedereen.
design-guide-public = Wat we willen bereiken
design-guide-public-text = In deze volgorde: wat eerst staat, weegt het zwaarst. Niemand kan beloven dat het lukt.
design-guide-public-level = gezocht bij:
design-guide-inclusion = Wat «inclusie» hier betekent
design-guide-not-aimed = Wat we niet beogen
design-guide-role-politicians = De rol van politici
design-guide-role-officials = De rol van ambtenaren
design-guide-role-residents = De rol van bewoners
design-guide-public-aside = Raad die we niet volgen, en waarom
design-guide-public-aside-text = Onderzoek geeft deze raad. Hier volgen we die niet.
design-guide-public-aside-why = Waarom niet:
design-variant-heading = Van wie is dit?
design-variant-reaction-text = U reageert op een plan dat openbaar is. Elke reactie krijgt een schriftelijk antwoord waarin staat of het plan erdoor verandert en waarom. Daarna beslist het bevoegde bestuur in een vergadering; niemand beslist alleen.
design-variant-survey-text = Iedereen krijgt dezelfde vraag. De gemeente legt alle antwoorden naast elkaar en schrijft er één resultaat van: wat mensen zeiden, hoeveel keer, wat ermee gebeurt, wie dat doet, tegen wanneer en waarom. Wie meedeed, krijgt dat resultaat op de manier die hij of zij koos. Over één antwoord apart wordt niet beslist. Vertelt u iets dat een eigen behandeling vraagt, dan halen we dat eruit.
design-variant-joint-text = De gemeente doet dit samen met partners. Zij zijn mede-eigenaar: ze zitten mee aan tafel, en wat afgesproken wordt, voeren ze mee uit.
design-variant-initiative-text = Dit is van u. U begint iets, en het blijft van u. De gemeente beslist niet over uw initiatief: zij helpt, geeft toestemming, vraagt een aanpassing of houdt iets tegen, en zegt telkens waarom.
design-reaction-plan = Het plan waarop u kunt reageren
design-partners = Partners die mede-eigenaar zijn

# Lessen van eerdere projecten, voor iedereen.
design-lesson-worked-no = Dit werkte niet
design-lesson-worked-partly = Dit werkte deels
design-lesson-worked-yes = Dit werkte
design-lesson-read = Lees deze les
design-public-lessons = Wat we uit eerdere projecten meenemen
design-public-lessons-text = Deze lessen komen uit eerdere projecten. Zo gebruiken we ze hier.
design-public-lesson-done = Wat we ermee doen:
design-public-lessons-aside = Lessen die we niet volgen
