#!/bin/sh
# Makes and updates the databases of Temporal. Safe to repeat: what is there already stays.
set -eu

tool() {
  db=$1
  shift
  temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_SEEDS" -p "$DB_PORT" -u "$POSTGRES_USER" --db "$db" "$@"
}

for name in temporal visibility; do
  db=$DBNAME
  [ "$name" = visibility ] && db=$VISIBILITY_DBNAME
  tool "$db" create || true
  tool "$db" setup-schema -v 0.0 || true
  tool "$db" update-schema -d "/etc/temporal/schema/postgresql/v12/$name/versioned"
done
