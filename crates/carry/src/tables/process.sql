-- Of which process each of these is, so that what is known of a process is read from this room's own tables.
ALTER TABLE objection ADD COLUMN process UUID;
ALTER TABLE decision ADD COLUMN process UUID;
ALTER TABLE frame_verdict ADD COLUMN process UUID;
ALTER TABLE weighing ADD COLUMN process UUID;
ALTER TABLE means_request ADD COLUMN process UUID;
UPDATE objection SET process = (SELECT d.process FROM dossier d WHERE d.tenant = objection.tenant AND d.id = objection.dossier);
UPDATE decision SET process = (SELECT d.process FROM dossier d WHERE d.tenant = decision.tenant AND d.id = decision.dossier);
UPDATE frame_verdict SET process = (SELECT d.process FROM dossier d WHERE d.tenant = frame_verdict.tenant AND d.id = frame_verdict.dossier);
UPDATE weighing SET process = (SELECT d.process FROM dossier d WHERE d.tenant = weighing.tenant AND d.id = weighing.dossier);
UPDATE means_request SET process = (SELECT d.process FROM dossier d WHERE d.tenant = means_request.tenant AND d.id = means_request.dossier);
CREATE INDEX objection_of_process ON objection (tenant, process);
CREATE INDEX decision_of_process ON decision (tenant, process, dossier);
CREATE INDEX frame_verdict_of_process ON frame_verdict (tenant, process, frame, fit);
CREATE INDEX weighing_of_process ON weighing (tenant, process, dossier, number);
CREATE INDEX means_request_of_process ON means_request (tenant, process);
-- Which value was put first, and with which earlier dossier a choice was compared (F6).
ALTER TABLE weighing ADD COLUMN put_first TEXT;
ALTER TABLE weighing ADD COLUMN compared UUID
