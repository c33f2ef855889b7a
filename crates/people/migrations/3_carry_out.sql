INSERT INTO role_permission (tenant, role, permission)
  SELECT tenant, code, 'carry-out' FROM role WHERE code IN ('participation-officer', 'department-head', 'specialist');
INSERT INTO role_permission (tenant, role, permission) SELECT tenant, code, 'confirm' FROM role WHERE code = 'neighbourhood-manager';
