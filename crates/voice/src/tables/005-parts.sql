-- A contribution that was divided over departments has parts: rows of their own with words taken from the whole.
ALTER TABLE contribution ADD COLUMN part_of UUID;
CREATE INDEX contribution_part ON contribution (tenant, part_of, id)
