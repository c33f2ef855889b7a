INSERT INTO role_permission (tenant, role, permission)
  SELECT tenant, code, 'keep-plans' FROM role WHERE code IN ('participation-officer', 'department-head', 'specialist');
