-- What is known of one process is asked for on its public pages, and who decided alone on every desk of a head: neither reads the facts of
-- the whole municipality.
CREATE INDEX flow_fact_by_process ON flow_fact (tenant, process, measure);
DROP INDEX flow_fact_by_measure;
CREATE INDEX flow_fact_by_measure ON flow_fact (tenant, measure, day, department, part, many)
