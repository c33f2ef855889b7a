### Rollen, rechten en redenen, voor medewerkers.

people-role-administrator = Beheerder
people-role-participation-officer = Participatieambtenaar
people-role-neighbourhood-manager = Wijkmanager
people-role-department-head = Afdelingshoofd
people-role-specialist = Vakambtenaar
people-role-budget-holder = Budgethouder
people-role-controller = Financieel controller
people-role-council-secretary = Secretaris van college en raad
people-role-decision-maker = Beslisser
people-role-moderator = Moderator
people-role-process-guardian = Procesbewaker
people-role-intermediary = Medewerker van een partnerorganisatie
people-role-researcher = Onderzoeker

people-permission-manage-tenant = Instellingen van de gemeente veranderen
people-permission-manage-accounts = Accounts en rollen beheren
people-permission-manage-jobs = Taken op de achtergrond beheren
people-permission-read-journal = Het logboek lezen
people-permission-design-process = Een proces ontwerpen
people-permission-publish-process = Een proces publiceren
people-permission-record-contribution = Opschrijven wat iemand zegt
people-permission-see-identity = Zien wie iemand is
people-permission-screen = Bijdragen screenen
people-permission-moderate = Modereren
people-permission-assign = Een afdeling vragen
people-permission-accept = Voor een afdeling aannemen of teruggeven
people-permission-ask = De indiener iets vragen
people-permission-advise = Advies schrijven
people-permission-check-frames = Kaders nakijken
people-permission-commit-means = Middelen vastleggen
people-permission-manage-budgets = Budgetten bijhouden
people-permission-schedule = Op de agenda zetten
people-permission-decide = Beslissen
people-permission-answer = Het antwoord schrijven
people-permission-deliver = Antwoorden bezorgen
people-permission-review = Het proces bewaken
people-permission-carry-out = Uitvoeren wat beslist is
people-permission-confirm = Bevestigen dat iets klaar is
people-permission-keep-plans = Plannen van de dienst bijhouden
people-permission-evaluate = Evalueren: plannen wat gemeten wordt, het verslag schrijven
people-permission-research = Onderzoek doen: interviews, observaties en codes
people-permission-read-staff = Dossiers lezen

people-scope-tenant = de hele gemeente
people-scope-department = één afdeling
people-scope-area = één gebied
people-scope-process = één proces
people-scope-organisation = één partnerorganisatie

people-reason-receipt = Om een bijdrage te bevestigen
people-reason-delivery = Om een antwoord te bezorgen
people-reason-question = Om de indiener iets te vragen
people-reason-own-request = Omdat de indiener het vroeg
people-reason-screening = Om te beoordelen of iets gepubliceerd mag worden
people-reason-export = Om gegevens aan de persoon zelf te geven
people-reason-other = Een andere reden
