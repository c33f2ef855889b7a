-- Which departments defend which of the values (F6): pairs of a value and a department.
ALTER TABLE weighing ADD COLUMN defended TEXT NOT NULL DEFAULT '';
-- Where and about what a choice was made, so that it is offered with the next one like it.
ALTER TABLE weighing ADD COLUMN area UUID;
ALTER TABLE weighing ADD COLUMN theme TEXT;
UPDATE weighing SET area = (SELECT d.area FROM dossier d WHERE d.tenant = weighing.tenant AND d.id = weighing.dossier);
CREATE INDEX weighing_in_order ON weighing (tenant, recorded_at, dossier);
CREATE INDEX weighing_of_theme ON weighing (tenant, theme, recorded_at, dossier);
CREATE INDEX weighing_in_area ON weighing (tenant, area, recorded_at, dossier);
-- The day on which the last choice of a dossier is looked at again, until somebody did; and what was found then.
ALTER TABLE weighing ADD COLUMN review_open TEXT;
ALTER TABLE weighing ADD COLUMN reviewed TEXT;
ALTER TABLE weighing ADD COLUMN review_words UUID;
ALTER TABLE weighing ADD COLUMN reviewed_at BIGINT;
ALTER TABLE weighing ADD COLUMN reviewed_by UUID;
UPDATE weighing SET review_open = review_day WHERE review_day IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM weighing later WHERE later.tenant = weighing.tenant AND later.dossier = weighing.dossier AND later.number > weighing.number);
CREATE INDEX weighing_to_review ON weighing (tenant, review_open, dossier)
