design-standing-own = eigen
design-standing-toetsen = Toetsen van de gemeente
design-standing-toetsen-title = Toetsen: { $title }
design-standing-toetsen-text = Deze vragen stelt uw gemeente bij elk project. Antwoord op elke vraag en schrijf waarom.
design-standing-toetsen-none = Uw gemeente heeft geen toetsen met vragen. De beheerder kan er schrijven.
design-standing-obligatory = verplicht
design-standing-answered = beantwoord
design-standing-unanswered = { $count ->
    [one] nog één vraag open
   *[other] nog { $count } vragen open
}
design-standing-unmotivated = { $count ->
    [one] nog één motivering nodig
   *[other] nog { $count } motiveringen nodig
}
design-standing-to-toetsen = Beantwoord de toetsen
design-standing-toets-obligatory = Deze toets is verplicht: zonder antwoorden kan het project niet gepubliceerd worden.
design-standing-toets-obligatory-draft = Deze toets is verplicht: zonder antwoorden komt geen besluit van dit project op een agenda, en beslist niemand.
design-standing-toets-draft = Over het ontwerpbesluit
design-standing-toets-public = Iedereen leest de antwoorden bij de afspraken.
design-standing-toets-intermediaries = Vul deze toets in samen met mensen die het van dichtbij kennen.
design-standing-verdict-none = Nog niet beantwoord
design-standing-why = Waarom?
design-standing-why-hint = Nodig bij alles behalve «in orde».
design-standing-why-missing = Schrijf waarom.
design-standing-saved = Opgeslagen.
design-standing-regulation = Participatiereglement
design-standing-regulation-title = Reglement: { $title }
design-standing-regulation-text = Zo staat dit ontwerp tegenover het reglement. Waar het afwijkt, schrijft u waarom. Iedereen leest dat bij de afspraken.
design-standing-regulation-none = Uw gemeente heeft nog geen reglement dat geldt.
design-standing-to-rules = Lees het reglement
design-standing-to-regulation = Antwoord en motiveer afwijkingen
design-standing-column-article = Artikel
design-standing-column-obligation = Verplichting
design-standing-column-how = Hoe het staat
design-standing-column-motive = Motivering
design-standing-motive-missing = Schrijf waarom u afwijkt
design-standing-held = Dit project kan nog niet gepubliceerd worden. Beantwoord eerst de verplichte toetsen en motiveer elke afwijking van het reglement.
design-standing-asks = Voldoet dit project aan artikel { $number }?
design-standing-deviation = Waarom wijkt u hiervan af?
design-standing-deviation-hint = Alleen nodig waar dit project niet voldoet. Iedereen leest dit.
design-refused-toetsen = Beantwoord eerst de verplichte toetsen.
design-refused-deviations = Schrijf eerst waarom dit project afwijkt van het reglement.
