### Antwoorden, de weg van een bijdrage, en hoe we het doen.

# Volgen
answer-follow-title = Volg een bijdrage
answer-follow-text = Typ het nummer van uw bijdrage. Dan ziet u waar ze is en wat ermee gebeurt.
answer-follow-label = Nummer
answer-follow-hint = Acht tekens, bijvoorbeeld K7QM-3TPX. Het staat op uw ontvangstbewijs.
answer-follow-send = Toon de weg van deze bijdrage
answer-follow-lost = Nummer kwijt? Bel ons of kom langs. Wij zoeken het samen met u op.
answer-follow-missing = Typ het nummer van uw bijdrage.
answer-follow-unlike = Dit is geen nummer van ons. Een nummer heeft acht tekens, bijvoorbeeld K7QM-3TPX.
answer-follow-unknown = Dit nummer kennen wij niet. Kijk het na op uw ontvangstbewijs.
answer-follow-code = Dit is uw geheime code van zestien tekens. Geef ze aan niemand. Typ hier het nummer van acht tekens.

# De weg van een bijdrage
answer-journey-title = Bijdrage
answer-journey-of = Bijdrage { $number }
answer-came = Ontvangen op { $date }
answer-words = Wat de indiener zegt
answer-way = De weg van deze bijdrage
answer-now = Waar is ze nu?
answer-since = sinds { $date }
answer-has = { $department } heeft deze bijdrage.
answer-asked = Gevraagd aan { $department }. Die dienst heeft nog niet geantwoord.
answer-at-level = Deze bijdrage is voorgelegd aan { $level }.
answer-team = Het participatieteam heeft deze bijdrage.
answer-team-name = het participatieteam
answer-until = De volgende stap komt uiterlijk op { $date }.
answer-was-until = De volgende stap moest er zijn op { $date }.
answer-on-its-way = Het antwoord is op weg naar de indiener.
answer-on-its-way-until = Het is er uiterlijk op { $date }.
answer-review-asked = Vraagt dat iemand er opnieuw naar kijkt
answer-agenda-on = Ze staat op de agenda van { $date }.
answer-react-until = U kunt reageren tot en met { $date }. Later mag ook.
answer-still = Deze bijdrage ligt stil bij { $place } sinds { $date }. { $why }.
answer-next = Hierna komt: { $state }.
answer-together = { $count ->
    [one] Deze bijdrage gaat samen op weg met één andere. Elke indiener krijgt een eigen antwoord.
   *[other] Deze bijdrage gaat samen op weg met { $count } andere. Elke indiener krijgt een eigen antwoord.
}
answer-together-title = Samen met andere bijdragen
answer-together-how = Voor alle samen komt er één advies en één motivering. Elke indiener leest in het eigen antwoord wat er met de eigen woorden gebeurde.
answer-together-contest = Gaat uw bijdrage over iets anders? Vraag om ze apart te behandelen.
answer-differs = Deze bijdrage zegt iets anders dan de meeste van deze bundel:
answer-question-open = Er is een vraag aan de indiener.
answer-question-link = Bent u dat? Beantwoord de vraag.
answer-explanation = Laatste uitleg
answer-elsewhere = Waar u nu terechtkunt
answer-elsewhere-to = Dit hoort bij { $place }. U bereikt ze zo:
answer-explanation-before = Eerdere uitleg
answer-frames = Kan het en mag het?
answer-across = Tussen de diensten
answer-across-table = Aan tafel op { $date }: { $who }.
answer-across-absent = { $department } (was er niet)
answer-across-means = { $date }: { $what } gevraagd aan { $who }. { $status }
answer-across-people = Mensen of tijd
answer-across-open = Nog geen antwoord.
answer-across-queued = In de wachtrij van het budget tot { $date }.
answer-across-committed = Toegezegd.
answer-across-refused = Niet toegezegd.
answer-across-level = Voorgelegd aan { $level } op { $date }.
answer-across-values = { $date }, { $who }: hier botsen { $values }. { $choice }
answer-across-chosen = Gekozen: { $strategy }.
answer-across-not-chosen = Nog niet gekozen.
answer-across-defends = { $department } verdedigt { $value }.
answer-across-objection = { $who } heeft een bezwaar sinds { $date }: { $what }. { $status }
answer-across-objection-open = Nog niet afgehandeld.
answer-across-consult = { $who } is gevraagd wat die ervan vindt, op { $date }. { $status }
answer-across-consult-open = Nog niet gehoord.
answer-across-overtaken = Er is beslist op { $date }, voordat deze bijdrage verwerkt was. { $status }
answer-across-overtaken-open = De procesbewaker kijkt na hoe dat kwam.
answer-across-ended = { $ending }, { $date }.
answer-across-asked = Waar het om gaat
answer-across-conflict = Wat botst
answer-across-options = Waaruit gekozen kan worden
answer-across-outcome = Wat eruit kwam
answer-across-reviewed = Wat later bleek
answer-advice = Wat de dienst adviseert
answer-advice-of = { $verdict }. Advies van { $department }, { $date }.
answer-advice-condition = Wat er moet veranderen
answer-advice-words = Het advies
answer-advice-motive = Waarom
answer-decision = De beslissing
answer-decided-by = { $outcome }. Beslist door { $body } op { $date }.
answer-decided-until = Tot { $date }.
answer-deviation = Waarom anders dan het advies
answer-decision-published = Lees het gepubliceerde besluit
answer-answer = Het antwoord van de gemeente
answer-published-on = Gepubliceerd op { $date }
answer-earlier = Eerder antwoord, van { $date }
answer-withdrawn = De indiener heeft deze bijdrage ingetrokken. Wij tonen de woorden niet meer.
answer-comments = Lees reacties of geef er zelf een
answer-withdraw = Is dit uw bijdrage? U kunt ze intrekken

# Delen van een antwoord
answer-part-own = Wat er met uw woorden is gebeurd
answer-part-done = Wat wij ermee gedaan hebben
answer-part-criterion = Wat de doorslag gaf
answer-part-why-not = Waarom niet
answer-part-coming = Wat er nu komt

# Reactie van de indiener
answer-reaction = Wat vindt u van het antwoord?
answer-reaction-text = Is dit uw bijdrage? Zeg ons of u het antwoord begrijpt en of het eerlijk is gegaan. Dat mag ook als u het niet eens bent met de beslissing. Wij tonen uw reactie niet op de website.
answer-reaction-understood = Begrijpt u het antwoord?
answer-reaction-understood-yes = Ja, ik begrijp het
answer-reaction-understood-no = Nee, ik begrijp het niet
answer-reaction-fair = Is het eerlijk gegaan?
answer-reaction-fair-yes = Ja
answer-reaction-fair-no = Nee
answer-reaction-review = Ik vraag dat iemand er opnieuw naar kijkt
answer-reaction-review-hint = De procesbewaker leest uw vraag. Op deze bladzijde komt te staan dat u het gevraagd hebt.
answer-reaction-words = Wilt u er iets bij zeggen?
answer-reaction-words-hint = Alleen medewerkers lezen dit.
answer-review-not = Op { $date } vroeg de indiener om er opnieuw naar te kijken. Dat doen wij niet. Dit is waarom:
answer-reaction-link = Zeg wat u ervan vindt
answer-reaction-none = Er is nog geen antwoord op deze bijdrage. Zodra het er is, kunt u hier zeggen wat u ervan vindt.
answer-reaction-send = Verstuur mijn reactie
answer-reaction-empty = Beantwoord een van de vragen, of schrijf iets.
answer-reaction-done = Dank u. Wij hebben uw reactie ontvangen.
answer-code-label = Uw geheime code
answer-code-hint = Zestien tekens. De code staat op uw ontvangstbewijs, onder het nummer.
answer-code-missing = Typ uw geheime code. Zo weten wij dat dit uw bijdrage is.
answer-code-unlike = Dit is geen code van ons. Een code heeft zestien tekens.
answer-code-wrong = Deze code hoort niet bij deze bijdrage. Kijk ze na op uw ontvangstbewijs.

# Alle antwoorden
answer-list-title = Wat is ermee gebeurd?
answer-list-text = Hier staat elk antwoord dat wij gaven. Ook als het nee was.
answer-list-process = Project
answer-list-area = Buurt
answer-list-filter = Toon deze antwoorden
answer-list-empty = Hier is nog niets beantwoord.

# Hoe doen we het
answer-doing-title = Hoe doen we het?
answer-doing-link = Lees hoe we het doen
answer-share = { $answered } van de { $received } bijdragen zijn beantwoord ({ $share }).
answer-share-median = { $days ->
    [one] De middelste wachtte één dag op antwoord.
   *[other] De middelste wachtte { $days } dagen op antwoord.
}
answer-share-stranded = { $count ->
    [0] Er ligt niets stil.
    [one] Eén bijdrage ligt stil.
   *[other] { $count } bijdragen liggen stil.
}

# Mail en brief
answer-mail-subject = Antwoord op uw bijdrage { $number }
answer-letter-greeting = Beste indiener,
answer-letter-about = U gaf ons deze bijdrage: «{ $title }» (nummer { $number }). Dit is ons antwoord.
answer-letter-about-number = U gaf ons een bijdrage met nummer { $number }. Dit is ons antwoord.
answer-letter-outcome = De beslissing: { $outcome }.
answer-carried-outcome = De beslissing
answer-letter-react = U vindt de hele weg van uw bijdrage op { $address }. Daar kunt u ook zeggen wat u van dit antwoord vindt.
answer-letter-logo = Logo van { $name }
answer-letter-qr = Code om te scannen: { $address }
answer-letter-code = Reageren doet u met de geheime code van uw ontvangstbewijs. Die code bewaren wij zelf niet. Bent u de code kwijt? Bel ons of kom langs.
answer-letter-contact = Hebt u vragen? Bel { $phone } of kom langs: { $place }.
answer-notice-about = U gaf ons deze bijdrage: «{ $title }» (nummer { $number }). Daarover laten wij u iets weten.
answer-notice-about-number = U gaf ons een bijdrage met nummer { $number }. Daarover laten wij u iets weten.
answer-notice-more = U vindt de hele weg van uw bijdrage op { $address }.

# Wat niet kan
answer-fault-not-now = Dit kan nu niet. Het dossier is al verder, of nog niet zo ver. Er is niets veranderd.
answer-fault-incomplete = Het antwoord is niet volledig. Er is niets gepubliceerd.
answer-fault-superseded = Er is een nieuwer antwoord. Dit antwoord hoeft niet meer bezorgd te worden.
answer-delivery-reason-missing = Schrijf waarom het antwoord niet aankwam.

# Het bericht: wat ermee gebeurde
answer-bulletin-title = Wat ermee gebeurde
answer-bulletin-heading = Wat ermee gebeurde in { $month }
answer-bulletin-month = { $month } { $year }
answer-bulletin-feed = Wat ermee gebeurde – { $scope }
answer-bulletin-lead = Dit deed de gemeente deze maand met wat mensen inbrachten. Ook als het nee was.
answer-bulletin-lead-now = Dit deed de gemeente deze maand tot nu toe met wat mensen inbrachten. Ook als het nee was, en ook wat stilligt.
answer-bulletin-subscribe = Krijg dit bericht per mail
answer-bulletin-answered-title = Beantwoord
answer-bulletin-answered-none = Deze maand kreeg niemand een antwoord.
answer-bulletin-decided-title = Beslist, het antwoord volgt
answer-bulletin-decided-none = Er is deze maand niets beslist dat nog een antwoord moet krijgen.
answer-bulletin-realised-title = Uitgevoerd
answer-bulletin-realised-none = Deze maand is niets uitgevoerd.
answer-bulletin-still-title = Ligt nu stil
answer-bulletin-still-none = Er ligt niets stil.
answer-bulletin-waits = Beslist op { $date }. De indiener wacht nog op het antwoord.
answer-bulletin-decided = Beslist op { $date }.
answer-bulletin-realised-author = Het is er. Een indiener bevestigde dat op { $date }.
answer-bulletin-realised-manager = Het is er. De wijkmanager bevestigde dat op { $date }.
answer-bulletin-integrated = Nagekeken op { $date }: het werkt nog.
answer-bulletin-still = Ligt stil bij { $place } sinds { $date }.
answer-bulletin-number = Nummer { $number }
answer-bulletin-together = { $count ->
    [one] één bijdrage
   *[other] { $count } bijdragen samen
}
answer-bulletin-more = { $count ->
    [one] Nog één bijdrage. Bekijk alle antwoorden.
   *[other] Nog { $count } bijdragen. Bekijk alle antwoorden.
}
answer-bulletin-numbers = De maand in getallen
answer-bulletin-what = Wat
answer-bulletin-part = Aantal
answer-bulletin-whole = Van
answer-bulletin-received = Bijdragen die binnenkwamen
answer-bulletin-answered = Antwoorden die wij gaven
answer-bulletin-yes = Antwoorden: ja
answer-bulletin-partly = Antwoorden: gedeeltelijk ja
answer-bulletin-no = Antwoorden: nee, of niet voor ons
answer-bulletin-deferred = Antwoorden: later
answer-bulletin-decisions = Beslissingen
answer-bulletin-realised = Uitgevoerd
answer-bulletin-withdrawn = Ingetrokken door de indiener
answer-bulletin-still-now = Ligt vandaag stil
answer-bulletin-still-then = Wat stillag op het einde van een vroegere maand, houden wij niet bij.
answer-bulletin-newest = Bekijk wat nu stilligt
answer-bulletin-months = Andere maanden
answer-bulletin-earlier = Vorige maand
answer-bulletin-later = Volgende maand
answer-bulletin-choose = Kies een project, een buurt of een maand
answer-bulletin-month-label = Maand
answer-bulletin-show = Toon dit bericht
answer-bulletin-print = Voor het prikbord: druk deze bladzijde af. Knoppen en menu's vallen dan weg, en onderaan staat een code om te scannen.
answer-bulletin-feed-link = Volg met een feedlezer (Atom)
answer-bulletin-board = Lees dit bericht op uw telefoon:

# Nieuws per mail
answer-subscribe-title = Krijg per mail wat ermee gebeurde
answer-subscribe-text = U krijgt hoogstens één mail per week, en alleen als er iets gebeurde.
answer-subscribe-mail = Uw mailadres
answer-subscribe-mail-hint = U krijgt eerst een mail met een link. Pas als u die opent en bevestigt, begint het.
answer-subscribe-send = Stuur mij de bevestigingsmail
answer-subscribe-missing = Typ uw mailadres.
answer-subscribe-sent = Kijk in uw mailbox. Wij stuurden een mail met een link naar het adres dat u typte.
answer-subscribe-kept = Wij bewaren alleen uw mailadres, een jaar lang. U kunt altijd stoppen. Dan wissen wij het meteen.
answer-subscribe-privacy = Lees wat wij bewaren
answer-subscribe-confirm-subject = Bevestig: nieuws van { $municipality }
answer-subscribe-confirm-text =
    Goedendag,

    Iemand vroeg om op dit adres te horen wat er gebeurt met wat mensen inbrengen: { $scope }.

    Wilt u dat? Open deze link en bevestig:
    { $link }

    Was u dat niet? Dan hoeft u niets te doen. Na { $days } dagen wissen wij dit adres.

    { $municipality }
answer-subscribe-known-subject = U krijgt dit nieuws al: { $municipality }
answer-subscribe-known-text =
    Goedendag,

    Iemand vroeg om op dit adres te horen wat er gebeurt met wat mensen inbrengen: { $scope }. U krijgt dat nieuws al.

    Verlengen of stoppen kan hier:
    { $link }

    { $municipality }
answer-subscription-title = Nieuws per mail
answer-subscription-asked = Wilt u per mail horen wat er gebeurt met wat mensen inbrengen: { $scope }?
answer-subscription-confirm = Ja, mail mij
answer-subscription-not-you = Vroeg u dit niet?
answer-subscription-forget = Wis mijn adres
answer-subscription-runs = U krijgt per mail wat er gebeurt: { $scope }. Dat loopt tot { $date }.
answer-subscription-stop = Stop, en wis mijn adres
answer-subscription-prolong-text = U kunt het verlengen tot { $date }.
answer-subscription-prolong = Verleng
answer-subscription-confirmed = In orde. U krijgt een mail als er iets gebeurt.
answer-subscription-stopped = U krijgt geen mail meer. Uw adres is gewist.
answer-news-subject = Wat ermee gebeurde: { $scope }
answer-news-intro = Dit gebeurde er sinds { $date } met wat mensen inbrachten: { $scope }.
answer-news-more = { $count ->
    [one] En nog één. Lees alles: { $address }
   *[other] En nog { $count }. Lees alles: { $address }
}
answer-news-all = Lees het hele bericht: { $address }
answer-news-stop = U krijgt deze mail omdat u erom vroeg, tot { $date }. Stoppen of verlengen: { $link }
# Te laat (F3 X7)
answer-late-title = Antwoorden die te laat zijn
answer-late-text = Over deze bijdragen is beslist, en toch wacht iemand nog op het antwoord dat wij beloofden. Wij zetten ze hier, zodat iedereen kan zien waar het ligt.
answer-late-empty = Op { $day } is geen antwoord te laat.
answer-late-caption = Te laat op { $day }, de oudste belofte eerst
answer-late-what = Bijdrage
answer-late-stands = Waar het staat
answer-late-with = Bij wie het ligt
answer-late-promised = Beloofd tot en met
answer-late-since = Te laat
answer-late-days = { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
answer-late-unanswered = Beslist op { $day } ({ $outcome }). Nog geen antwoord.
answer-late-undelivered = Beslist ({ $outcome }). Het antwoord is er sinds { $day }, maar nog niet bij iedereen bezorgd.
answer-late-team = Het participatieteam
answer-late-act = Wacht u zelf op een antwoord? Bel of kom langs; wij vertellen u waar het ligt.
# Een bijdrage die over diensten is opgedeeld
answer-divided-title = In delen
answer-divided = Deze bijdrage is opgedeeld in { $count } delen, omdat verschillende diensten erover gaan.
answer-divided-how = Elk deel gaat zijn eigen weg. De indiener krijgt één antwoord, als elk deel beantwoord is.
answer-divided-standing = Elk deel ligt bij een eigen dienst. Hieronder staat waar, en tot wanneer.
answer-divided-part = { $state }, sinds { $since }.
answer-divided-has = { $department } heeft dit deel.
answer-divided-team = Het participatieteam heeft dit deel.
answer-divided-outcome = Besluit: { $outcome }.
answer-divided-still = Ligt stil sinds { $date }: { $why }.
answer-divided-of = Dit is een deel van
answer-divided-of-text = De indiener krijgt het antwoord bij de hele bijdrage, samen met dat op de andere delen.
answer-divided-contest = Hoort volgens u alles bij elkaar? Vraag om er weer één bijdrage van te maken.
answer-contests-title = Wat de indiener vroeg
answer-letter-part = «{ $part }»: { $outcome }.
answer-share-parts = { $count ->
    [one] Ook 1 deel van een opgedeelde bijdrage ligt stil
   *[other] Ook { $count } delen van opgedeelde bijdragen liggen stil
}, van de { $parts }.

answer-response = Wat de gemeente doet
answer-response-text = Dit is het antwoord van de gemeente op een initiatief van bewoners. Het is geen beslissing over het initiatief: dat blijft van wie het begon.
answer-response-why = Waarom de gemeente dat doet
answer-state-responded = De gemeente heeft gezegd wat ze doet
answer-step-responded = De gemeente zei wat ze doet
answer-letter-response = Wat de gemeente met uw initiatief doet: { $outcome }. Het initiatief blijft van u.
answer-initiative-text = Dit is een initiatief van bewoners. Het blijft van wie het begon.
answer-partners = Mede-eigenaar, samen met de gemeente: { $partners }.
answer-advice-reply = Antwoord op de reactie
answer-state-gathered = Verzameld met de andere antwoorden
answer-state-result-ready = Het resultaat is opgeschreven
answer-state-result = Er is een resultaat
answer-step-result-ready = Resultaat opgeschreven
answer-step-result = Resultaat vastgelegd
answer-gathered-until = Uw antwoord wordt verzameld met de andere antwoorden, tot en met { $date }. Daarna schrijft de gemeente op wat eruit kwam en wat ermee gebeurt.
answer-gathered-over = De antwoorden zijn samengelegd. Wie meedeed, krijgt één resultaat.
answer-gathered-how = Voor iedereen samen komt er één resultaat. Wie meedeed, krijgt het op de manier die hij of zij koos.
answer-gathered-contest = Vraagt uw bericht een eigen behandeling? Zeg het, dan halen we het eruit.
answer-letter-result = Het resultaat: { $outcome }.
answer-bulletin-result = Antwoorden: één resultaat voor iedereen die meedeed
