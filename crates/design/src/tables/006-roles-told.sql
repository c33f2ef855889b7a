-- Whether residents are told what roles do: with versions of a charter from before that was public, it was written for officers only.
ALTER TABLE charter_guide ADD COLUMN roles_told BOOLEAN NOT NULL DEFAULT FALSE
