-- Departments that were heard, requests that nobody asks any more, which value was put first and what lay still before the
-- first promise, and who decided alone, were not counted before: everything is counted once more from the journal.
UPDATE flow_count SET counted = NULL;
