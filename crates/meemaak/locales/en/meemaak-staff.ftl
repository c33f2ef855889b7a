meemaak-nav-work = My work
meemaak-nav-carrying-out = Carrying out
meemaak-nav-design = Projects
meemaak-nav-lessons = Lessons
meemaak-nav-keep-plans = Plans of departments
meemaak-nav-intake = Record
meemaak-nav-fieldwork = In the field
meemaak-nav-measure = Measuring
meemaak-nav-group-count = Count of a group
meemaak-nav-research = Research
meemaak-nav-evaluations = Evaluations
meemaak-nav-budgets = Budgets
meemaak-nav-agenda = Agenda
meemaak-nav-bundling = Bundle
meemaak-nav-privacy = Privacy
meemaak-nav-delivery = Delivery
meemaak-nav-admin = Administration
meemaak-nav-figures-setting = Small groups
meemaak-nav-beginnings = Examples for answers
meemaak-nav-own-knowledge = Our own knowledge
meemaak-nav-regulation = Regulation
meemaak-nav-comments = Comments
meemaak-nav-reviews = Reviews
meemaak-nav-erasure = Data of a person
meemaak-nav-journal = Journal

meemaak-checkpoint-mail-subject = Checkpoint of the journal, { $day }
meemaak-checkpoint-mail-text =
    This is the signed checkpoint of the journal for { $day }. Keep this mail.

    { $checkpoint }

    The same must stand at { $address }.

    Does something else stand there, or nothing? Then the journal was changed. Whoever runs the program can check it too:
    keep the lines above from «{"{"}» to «{"}"}» as a file and start «meemaak journal verify --checkpoint FILE».
