UPDATE unit_node n SET ends = (SELECT max(u.valid_to) FROM unit_copy u WHERE u.unit_id = n.unit_id)
 WHERE EXISTS (SELECT FROM unit_copy u WHERE u.unit_id = n.unit_id);
