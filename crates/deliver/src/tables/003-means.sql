-- Whose money is promised, when it is not that of the department that answers for it.
ALTER TABLE commitment ADD COLUMN means_of UUID
