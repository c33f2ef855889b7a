# Design: the charter of a process. Words for everybody.
design-processes = What you can have a say in
design-processes-text = For each question you can read what you can change, who decides and until when you can take part.
design-processes-none = There is no question to residents at the moment.
design-open = You can take part now.
design-open-until = You can take part until { $date }.
design-opens-on = You can take part from { $date }.
design-no-longer-open = New contributions are no longer taken here.
design-read-agreements = Read the full agreement
design-to-process = To the page of this process

design-agreements-of = Agreement: { $title }
design-agreements-text = This is what the municipality and you can expect of each other. Every change is listed at the end, with its reason.
design-version-since = Version { $version }, in force since { $date }.
design-some-original = Not everything has been translated into your language. You read the rest as it was written.
design-about = What is it about?
design-limits = What is possible and what is not
design-decision = The decision
design-with-what = What it is done with
design-questions = Questions about this process
design-closed-on = Closed on { $date }
design-closed-still-answered = Everybody who contributed will still get an answer.

design-title = Title
design-question = The question
design-reason = Why we ask
design-can-change = What you can change
design-fixed = What is already fixed
design-outside = What this is not about
design-decides = Who decides
design-criteria = What the decision is based on
design-means = People, money and time
design-contact = Whom to ask
design-rung = How much say you have
design-mandate = Who allowed this
design-decider = Who takes the decision
design-budget = Budget
design-opens = First day
design-closes = Last day
design-decision-date = Day of the decision
design-answer-term = When you get an answer
design-planning = Planning

design-rung-listen-promise = We listen to you. The municipality decides.
design-rung-consult-promise = You give advice. The municipality decides, and explains what it does with your advice.
design-rung-co-produce-promise = You make the plan together with us. The municipality decides on that plan.
design-rung-co-decide-promise = You decide together with the municipality.
design-rung-decide-alone-promise = You decide yourselves, within this agreement.
design-decision-planned = The decision is planned for { $date }.
design-ladder-source = The ladder has five steps, from listening to deciding alone (Pröpper and Steenbergen, 1999).
design-ladders = The same rung on other ladders
design-ladders-text = Each ladder counts in its own way. This is how we read this rung on another ladder.
design-mandate-sentence = { $body } decided this on { $date } ({ $reference }).
design-decider-body = The council or the executive
design-decider-department-head = The head of the department concerned
design-decider-neighbourhood-manager = The neighbourhood manager, for small matters in the neighbourhood
design-answer-within-working-days = { $days ->
    [one] You get an answer, with reasons, within { $days } working day after the decision.
   *[other] You get an answer, with reasons, within { $days } working days after the decision.
}
design-answer-within-days = { $days ->
    [one] You get an answer, with reasons, within { $days } day after the decision.
   *[other] You get an answer, with reasons, within { $days } days after the decision.
}
design-planning-caption = What happens when
design-planning-day = Day
design-planning-what = What happens
design-planning-opens = You can take part from this day.
design-planning-closes = Last day to take part.
design-planning-decision = The decision is taken.

design-history = What changed
design-history-none = Nothing has changed since the first day.
design-history-version = Version { $version }, { $date }
design-history-first = This is the first version.
design-history-reason = Why this changed
design-history-caption = What version { $version } changed
design-history-what = Part
design-history-was = Before
design-history-is = Now
design-history-nothing = nothing

design-state-draft = Being prepared
design-state-published = Public
design-state-closed = Closed

# From the design guide, for everybody.
design-guide-public = What we want to reach
design-guide-public-text = In this order: what stands first weighs most. Nobody can promise that it works out.
design-guide-public-level = sought with:
design-guide-inclusion = What «inclusion» means here
design-guide-not-aimed = What we do not aim at
design-guide-role-politicians = The role of politicians
design-guide-role-officials = The role of officials
design-guide-role-residents = The role of residents
design-guide-public-aside = Advice that we do not follow, and why
design-guide-public-aside-text = Research gives this advice. Here we do not follow it.
design-guide-public-aside-why = Why not:
design-variant-heading = Whose is this?
design-variant-reaction-text = You react on a plan that is public. Every reaction gets a written reply that says whether the plan changes because of it, and why. After that the competent body decides in a meeting; nobody decides alone.
design-variant-survey-text = Everybody gets the same question. The municipality lays all answers side by side and writes one result: what people said, how often, what is done with it, who does that, by when and why. Everybody who took part gets that result in the way they chose. No single answer is decided on by itself. If you tell something that needs a treatment of its own, we take it out.
design-variant-joint-text = The municipality does this together with partners. They own it too: they sit at the table, and they help to carry out what is agreed.
design-variant-initiative-text = This is yours. You begin something, and it stays yours. The municipality does not decide over your initiative: it helps, gives permission, asks for a change or stops something, and says why each time.
design-reaction-plan = The plan on which you can react
design-partners = Partners that own it too

# Lessons of earlier projects, for everybody.
design-lesson-worked-no = This did not work
design-lesson-worked-partly = This worked in part
design-lesson-worked-yes = This worked
design-lesson-read = Read this lesson
design-public-lessons = What we take along from earlier projects
design-public-lessons-text = These lessons come from earlier projects. This is how we use them here.
design-public-lesson-done = What we do with it:
design-public-lessons-aside = Lessons that we do not follow
