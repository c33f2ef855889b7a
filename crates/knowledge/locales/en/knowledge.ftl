# What we know: for everybody.
knowledge-title = What we know about taking part
knowledge-lead = Researchers wrote down what taking part can do: the good and the less good. Here you can read it, each thing with its source.
knowledge-english = The English words are ours, and nobody else has checked them. The sources are in Dutch.
knowledge-original = The sources and their words are in Dutch. They have not been translated: you read the original.
knowledge-no-cause = Nothing here says that something is sure to happen. It says what can happen, and what researchers saw occur together.
knowledge-more-good = The researchers say so themselves: more has been written about what went well than about what did not.
knowledge-two-lists = There are two lists of effects, from two kinds of research. We do not merge them, not even where the names are the same.
knowledge-more = Read on
knowledge-back = What we know
knowledge-back-rules = All rules
knowledge-own-mark = our own
knowledge-rules-title = Rules: what can happen, and when
knowledge-counts = { $all } rules. For { $computed } the program itself checks whether they apply, { $asked } are asked, { $shown } are only shown.
knowledge-counts-own = { $count ->
    [one] One of them was written by our municipality itself.
   *[other] { $count } of them were written by our municipality itself.
}
knowledge-numbers-title = Numbers from the research
knowledge-gaps-title = What contradicts itself, and what is missing
knowledge-sources-title = Sources
knowledge-data-title = Open data
knowledge-regulation-title = Participation regulation
knowledge-list-effect = Effects of taking part in policy, from research on policy participation.
knowledge-list-value = Public values, from research on services that citizens and government make together.
knowledge-list-further = Effects that appear only in the running text of the sources, not in their table.
knowledge-list-local = Effects that our municipality added itself, with a source of its own.
knowledge-table-caption = How many rules say that something can contribute to this effect or can harm it
knowledge-column-effect = Effect or value
knowledge-promotes = Can contribute
knowledge-harms = Can harm
knowledge-mixed = Can go either way
knowledge-open = The source leaves it open
knowledge-alike-title = Almost the same name, not the same thing
knowledge-alike-text = These names are in both lists. What they mean differs.
knowledge-advice = What you can do
knowledge-strength = What it rests on
knowledge-strength-review-finding = found in a systematic review
knowledge-strength-review-advice = advice of the authors of a systematic review
knowledge-strength-review-assumption = assumption or term in a systematic review, not a finding
knowledge-strength-exploratory-review = found in an exploratory review
knowledge-strength-cited-literature = cited from literature in a master’s thesis
knowledge-strength-case-finding = found in a study of two municipalities
knowledge-strength-statement = said by people who were interviewed
knowledge-strength-slide = appears on a slide, without further explanation
knowledge-strength-local = our municipality’s own experience
knowledge-in-list = In the list
knowledge-means = What it means
knowledge-direction = How the source names it
knowledge-direction-positive = favourable
knowledge-direction-negative = unfavourable
knowledge-direction-both = favourable and unfavourable
knowledge-source = Source
knowledge-effect-rules = { $count ->
    [0] No rule is about this effect yet.
    [one] One rule is about this effect.
   *[other] { $count } rules are about this effect.
}
knowledge-rule-title = Rule { $id }
knowledge-own-rule = Our municipality wrote this rule itself. It is not a finding of research.
knowledge-when = When
knowledge-effect = What can happen then
knowledge-asks = What the rule does
knowledge-speaks = Where in a project it fits
knowledge-how-known = How the program knows whether it applies
knowledge-computed = The program looks at what has been filled in
knowledge-asked = A member of staff answers yes or no
knowledge-shown = Nobody can answer it with yes or no: everybody reads it
knowledge-at-start = at the start of the design
knowledge-at-aims = when the aims are chosen
knowledge-at-recruitment = when recruitment is planned
knowledge-at-form = when the form is chosen
knowledge-at-roles = when the roles are written
knowledge-at-means = when the means are planned
knowledge-at-session = after a session
knowledge-at-assignment = when a department carries the dossier
knowledge-at-frame-check = when frames are checked
knowledge-at-evaluation = at the evaluation
knowledge-at-yearly = in the yearly look at the organisation
knowledge-kind-warning = warns
knowledge-kind-advice = advises
knowledge-kind-gate = asks for an answer before going on
knowledge-kind-evaluation = asks something for the evaluation
knowledge-phase-design = design
knowledge-phase-recruitment = recruitment
knowledge-phase-run = run
knowledge-phase-internal = carry-through in the organisation
knowledge-phase-decision = decision and answer
knowledge-phase-implementation = implementation
knowledge-phase-evaluation = evaluation
knowledge-phase-organisation = organisation
knowledge-note = What the program chose where the source leaves it open
knowledge-beside = The other side
knowledge-rules-lead = Each rule says: when, what can happen then, what you can do, and where it is written.
knowledge-rules-found-title = Rules found
knowledge-rules-found = { $count ->
    [0] No rule found. Ask for less at once.
    [one] One rule found.
   *[other] { $count } rules found, page { $at } of { $pages }.
}
knowledge-filter-word = Search for a word
knowledge-filter-effect = Effect or value
knowledge-filter-phase = Where in a project
knowledge-filter-kind = What the rule does
knowledge-filter-source = Source
knowledge-filter-way = How the program knows whether it applies
knowledge-filter-submit = Search rules
knowledge-sources-lead = Not every source can carry as much. That is why each source says what kind of evidence it is.
knowledge-source-kind = Kind of evidence
knowledge-source-mind = Bear in mind
knowledge-source-key = Key
knowledge-source-rules = { $count ->
    [0] No rules from this source
    [one] One rule from this source
   *[other] { $count } rules from this source
}
knowledge-evidence-systematic-review = systematic review: studies found by a plan that was set beforehand
knowledge-evidence-exploratory-review = exploratory review: the choice followed from reading on
knowledge-evidence-case-study = study of two municipalities with eleven interviews
knowledge-evidence-slides = slides of a lecture
knowledge-evidence-external = another publication
knowledge-evidence-local = our municipality’s own source
knowledge-strengths-title = What rules rest on
knowledge-strengths-text = These are kinds, not marks. Their order does not say what is more true.
knowledge-column-rules = Rules
knowledge-numbers-lead = A number that a source states is shown with its place in the source. The program works out what follows from it and shows the formula.
knowledge-stated-title = Numbers that a source states
knowledge-column-what = What
knowledge-column-number = Number
knowledge-alone = Nothing leads to it and nothing follows from it:
knowledge-derived-title = Numbers that follow from those
knowledge-derived-text = We round only at the end, and a half always goes up.
knowledge-column-formula = How it follows
knowledge-one-of = (one of these)
knowledge-checks-title = What a source says beside what follows from it
knowledge-checks-text = Where the two do not agree, both stay. Nothing is put right.
knowledge-column-stated = The source says
knowledge-column-should = That should be
knowledge-column-derived = What follows
knowledge-column-holds = Do they agree?
knowledge-should-same = the same
knowledge-should-at-most = at most that
knowledge-should-less = less than that
knowledge-should-about = about that
knowledge-holds-yes = yes
knowledge-holds-no = no
knowledge-holds-open = the source says “about”
knowledge-traps-title = Numbers that look alike
knowledge-gaps-lead = Sources sometimes contradict each other. And from some sources something was lost before they reached us.
knowledge-clashes-title = What contradicts itself
knowledge-clashes-text = Both sides are shown next to each other. We do not choose who is right.
knowledge-mind = Bear in mind:
knowledge-lost-title = What is missing
knowledge-lost-text = What was lost stays open. We make up nothing in its place. A municipality that knows it can fill it in with a source of its own.
knowledge-lost-count = { $count } are missing
knowledge-lost-where = Should be in:
knowledge-data-lead = Everything that is here, as tables. Each row has its place in the source. You may use it.
knowledge-data-all = Everything in one file (JSON)
knowledge-column-table = Table
knowledge-column-rows = Rows
knowledge-column-file = File
knowledge-table-sources = Sources
knowledge-table-lists = Lists
knowledge-table-items = What is in the lists
knowledge-table-correspondences = Names in both lists
knowledge-table-rules = Rules
knowledge-table-facts = What rules look at
knowledge-table-numbers = Numbers
knowledge-table-checks = Stated beside derived
knowledge-table-lookalikes = Numbers that look alike
knowledge-table-respondents = Who was interviewed
knowledge-table-ladders = Ladders
knowledge-table-rungs = Rungs
knowledge-table-perspectives = Perspectives
knowledge-table-perspective_words = Values and competences per perspective
knowledge-table-dilemmas = Dilemmas
knowledge-table-strategies = Strategies
knowledge-table-reviews = Reviews of literature
knowledge-table-contradictions = What contradicts itself
knowledge-table-lost = What is missing
knowledge-table-toetsen = Toetsen

# The regulation.
knowledge-regulation-lead = These are the rules that the municipality set for itself, for every project in which you can take part.
knowledge-regulation-none = Our municipality has no participation regulation in this program yet.
knowledge-regulation-version = Version { $version }, holds from { $date }
knowledge-regulation-not-yet = This version does not hold yet.
knowledge-regulation-no-longer = This version no longer holds. Projects that began under it stay bound to it.
knowledge-regulation-to-holding = To what holds now
knowledge-regulation-versions = Versions
knowledge-regulation-first = The first version.
knowledge-regulation-reason = Why this changed
knowledge-regulation-changes = What changed
knowledge-regulation-counts = Of the projects that began in the last year: { $met } of { $all } obligations met. Of { $untold } nobody can tell yet. { $deviations ->
    [one] One deviation
   *[other] { $deviations } deviations
}, of which { $motivated } explained.
knowledge-article = Article { $number }
knowledge-article-added = new
knowledge-article-removed = gone
knowledge-article-changed = changed
knowledge-column-article = Article
knowledge-column-was = Was
knowledge-column-is = Is
knowledge-outcome-met = Met
knowledge-outcome-not-met = Not met
knowledge-outcome-untold = Cannot be told
knowledge-check-how = How we check that: { $check }.
knowledge-check-answer-working = { $days ->
    [one] An answer is promised within one working day or sooner
   *[other] An answer is promised within { $days } working days or sooner
}
knowledge-check-answer-days = { $days ->
    [one] An answer is promised within one day or sooner
   *[other] An answer is promised within { $days } days or sooner
}
knowledge-check-open = { $days ->
    [one] You can take part for at least one day
   *[other] You can take part for at least { $days } days
}
knowledge-check-rung = The promised rung is “{ $rung }” or higher
knowledge-check-screen = You can also take part without a screen
knowledge-check-report = The report of the evaluation is published
knowledge-check-asked = A member of staff answers yes or no
knowledge-check-mandate-written = It says who allowed the project
knowledge-check-decider-written = It says who decides
knowledge-check-criteria-written = It gives the grounds of the decision
knowledge-check-outside-written = It says what falls outside
knowledge-check-decision-date-set = It gives the day of the decision
knowledge-check-budget-set = There is a fixed amount
knowledge-check-policy-linked = It belongs to a policy plan
knowledge-check-frames-published = The frames are published beforehand
knowledge-check-not-pursued-written = It says what is not pursued
knowledge-check-assisted-entry = There is help with filling in
knowledge-check-selection-account-published = How people were chosen is published
knowledge-check-information-pack = There is an information pack
knowledge-check-coordinator-named = There is a coordinator
knowledge-check-after-contact-planned = Contact afterwards is planned
