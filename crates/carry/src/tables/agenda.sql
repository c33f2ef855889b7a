-- What stands on the agenda of which body now: it goes once it is decided, or its author takes it back. The slots tell what was.
CREATE TABLE agenda_item (
  tenant UUID NOT NULL, dossier UUID NOT NULL, body TEXT NOT NULL, day TEXT NOT NULL,
  PRIMARY KEY (tenant, dossier));
CREATE INDEX agenda_item_in_order ON agenda_item (tenant, day, body, dossier);
INSERT INTO agenda_item (tenant, dossier, body, day)
  SELECT s.tenant, s.dossier, s.body, s.day FROM agenda_slot s JOIN dossier d ON d.tenant = s.tenant AND d.id = s.dossier
  WHERE d.state = 'S12'
  AND s.number = (SELECT max(l.number) FROM agenda_slot l WHERE l.tenant = s.tenant AND l.dossier = s.dossier)
