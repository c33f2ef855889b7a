INSERT INTO role_permission (tenant, role, permission)
  SELECT tenant, code, 'evaluate' FROM role WHERE code = 'participation-officer';
INSERT INTO role_permission (tenant, role, permission)
  SELECT tenant, code, 'research' FROM role WHERE code = 'researcher';
