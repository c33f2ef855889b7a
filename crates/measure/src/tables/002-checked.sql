-- What was typed in from paper counts once a second person typed it in as well. Until its wave holds a sheet has a number, which is
-- written on the paper; who typed it in first is known until somebody else checked it.
ALTER TABLE measure_sheet ADD COLUMN checked BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE measure_sheet ADD COLUMN number BIGINT;
ALTER TABLE measure_sheet ADD COLUMN typed_by UUID;
CREATE INDEX measure_sheet_by_number ON measure_sheet (tenant, process, wave, number);
