### Roles, rights and reasons, for staff.

people-role-administrator = Administrator
people-role-participation-officer = Participation officer
people-role-neighbourhood-manager = Neighbourhood manager
people-role-department-head = Department head
people-role-specialist = Specialist
people-role-budget-holder = Budget holder
people-role-controller = Financial controller
people-role-council-secretary = Council secretary
people-role-decision-maker = Decision-maker
people-role-moderator = Moderator
people-role-process-guardian = Process guardian
people-role-intermediary = Intermediary of a partner organisation
people-role-researcher = Researcher

people-permission-manage-tenant = Change the municipality's settings
people-permission-manage-accounts = Manage accounts and roles
people-permission-manage-jobs = Manage background jobs
people-permission-read-journal = Read the journal
people-permission-design-process = Design a process
people-permission-publish-process = Publish a process
people-permission-record-contribution = Write down what somebody says
people-permission-see-identity = See who somebody is
people-permission-screen = Screen contributions
people-permission-moderate = Moderate
people-permission-assign = Ask a department to take a dossier
people-permission-accept = Accept or hand back for a department
people-permission-ask = Ask the author a question
people-permission-advise = Write an advice
people-permission-check-frames = Check the frames
people-permission-commit-means = Commit means
people-permission-manage-budgets = Keep budgets
people-permission-schedule = Put on the agenda
people-permission-decide = Decide
people-permission-answer = Write the answer
people-permission-deliver = Deliver answers
people-permission-review = Guard the process
people-permission-carry-out = Carry out what was decided
people-permission-confirm = Confirm that something is done
people-permission-keep-plans = Keep the plans of the department
people-permission-evaluate = Evaluate: plan what is measured, write the report
people-permission-research = Do research: interviews, observations and codes
people-permission-read-staff = Read dossiers

people-scope-tenant = the whole municipality
people-scope-department = one department
people-scope-area = one area
people-scope-process = one process
people-scope-organisation = one partner organisation

people-reason-receipt = To confirm a contribution
people-reason-delivery = To deliver an answer
people-reason-question = To ask the author a question
people-reason-own-request = Because the author asked
people-reason-screening = To judge whether something may be published
people-reason-export = To hand out data to the person
people-reason-other = Another reason
