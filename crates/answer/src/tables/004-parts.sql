-- The answer to a part of a contribution counts for nobody by itself; the one that closes the whole repeats those of its parts.
ALTER TABLE answer ADD COLUMN of_part BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE answer ADD COLUMN closing BOOLEAN NOT NULL DEFAULT FALSE
