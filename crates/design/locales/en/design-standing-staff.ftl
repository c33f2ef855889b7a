design-standing-own = our own
design-standing-toetsen = Toetsen of the municipality
design-standing-toetsen-title = Toetsen: { $title }
design-standing-toetsen-text = Your municipality asks these questions of every project. Answer each of them and write why.
design-standing-toetsen-none = Your municipality has no toetsen with questions. The administrator can write some.
design-standing-obligatory = obligatory
design-standing-answered = answered
design-standing-unanswered = { $count ->
    [one] one question still open
   *[other] { $count } questions still open
}
design-standing-unmotivated = { $count ->
    [one] one motive still needed
   *[other] { $count } motives still needed
}
design-standing-to-toetsen = Answer the toetsen
design-standing-toets-obligatory = This toets is obligatory: without answers the project cannot be published.
design-standing-toets-obligatory-draft = This toets is obligatory: without answers no decision of this project is put on an agenda, and nobody decides.
design-standing-toets-draft = About the draft decision
design-standing-toets-public = Everybody reads the answers with the agreements.
design-standing-toets-intermediaries = Fill in this toets together with people who know the matter from near.
design-standing-verdict-none = Not answered yet
design-standing-why = Why?
design-standing-why-hint = Needed with everything but “in order”.
design-standing-why-missing = Write why.
design-standing-saved = Saved.
design-standing-regulation = Participation regulation
design-standing-regulation-title = Regulation: { $title }
design-standing-regulation-text = This is how the design stands to the regulation. Where it deviates, you write why. Everybody reads that with the agreements.
design-standing-regulation-none = Your municipality has no regulation that holds yet.
design-standing-to-rules = Read the regulation
design-standing-to-regulation = Answer, and give motives for deviations
design-standing-column-article = Article
design-standing-column-obligation = Obligation
design-standing-column-how = How it stands
design-standing-column-motive = Motive
design-standing-motive-missing = Write why you deviate
design-standing-held = This project cannot be published yet. First answer the obligatory toetsen and give a motive for each deviation from the regulation.
design-standing-asks = Does this project meet article { $number }?
design-standing-deviation = Why do you deviate from this?
design-standing-deviation-hint = Needed only where this project does not meet it. Everybody reads this.
design-refused-toetsen = First answer the obligatory toetsen.
design-refused-deviations = First write why this project deviates from the regulation.
