-- A part of a contribution that was divided over departments knows of which one it is a part.
ALTER TABLE travelling ADD COLUMN part_of UUID
