-- Whether people who were asked in this wave could read beforehand that researchers see separate answers (E1103). Of waves that were
-- planned earlier nobody said so: those leave as totals only.
ALTER TABLE measure_wave ADD COLUMN told_separate BOOLEAN NOT NULL DEFAULT FALSE;
-- Sheets are read for research one page after the other.
CREATE INDEX measure_sheet_by_wave_and_id ON measure_sheet (tenant, process, wave, id);
