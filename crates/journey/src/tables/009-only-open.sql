-- What was listed when these lists were made stood there because it might be open. From now on these three are read for what does not
-- stand on them as well, so that they hold what is open and nothing else.
DELETE FROM open_matter WHERE list IN ('objections', 'overtaken', 'unheld') AND NOT EXISTS (
  SELECT 1 FROM dossier d WHERE d.tenant = open_matter.tenant AND d.id = open_matter.dossier AND d.due = open_matter.due AND (
    open_matter.list = 'objections' AND d.more LIKE '%"objections":%' AND d.state IN ('S4', 'S5', 'S6', 'S6a', 'S8', 'S11', 'S12')
    OR open_matter.list = 'overtaken' AND d.more LIKE '%"overtaken":%' AND d.state <> 'S20' AND d.merged IS NULL
    OR open_matter.list = 'unheld' AND d.merged IS NULL AND (d.more LIKE '%"absent":%' AND d.state IN ('S5', 'S6', 'S6a', 'S7', 'S8', 'S10', 'S11', 'S12')
      OR d.holder IS NULL AND (d.state IN ('S5', 'S6', 'S7', 'S10') OR d.state = 'S8' AND d.asked IS NULL
        OR d.more LIKE '%"unchosen":%' AND d.state IN ('S4', 'S5', 'S6', 'S6a', 'S8', 'S11', 'S12')))))
