-- A post is named in a header (X-Post), which carries ASCII alone.
alter table post add constraint post_id_is_ascii check (id ~ '^[!-~]{1,100}$');
