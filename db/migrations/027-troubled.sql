create index case_head_troubled on case_head (case_no) where troubles <> '[]'::jsonb;
