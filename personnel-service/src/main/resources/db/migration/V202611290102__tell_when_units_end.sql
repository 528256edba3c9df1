UPDATE unit_node n SET ends = (SELECT max(u.valid_to) FROM unit u WHERE u.id = n.unit_id)
 WHERE EXISTS (SELECT FROM unit u WHERE u.id = n.unit_id);
