/** Everything the laws speak of, in one look. The database plans it once: it is taken after every step that writes. */
export const look = `CREATE FUNCTION look() RETURNS json LANGUAGE plpgsql AS $$ BEGIN RETURN (
  WITH kept AS (
    SELECT l.* FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.status <> 'cancelled'
  ), everywhere AS (
    SELECT id AS listing, '' AS variant, stock AS pieces FROM listings
    UNION ALL SELECT listing_id, name, stock FROM variants
    UNION ALL SELECT listing_id, '', quantity FROM stock_holds
    UNION ALL SELECT listing_id, variant, quantity FROM stock_holds WHERE variant <> ''
    UNION ALL SELECT listing_id, '', quantity FROM kept
    UNION ALL SELECT listing_id, variant, quantity FROM kept WHERE variant <> ''
  ) SELECT json_build_object(
    'checkouts', (SELECT coalesce(json_agg(c), '[]') FROM (
      SELECT c.id, c.state, c.version, (c.data #>> '{contents,quote,totals,total}')::int AS total,
        c.data #>> '{attempt,id}' AS attempt, jsonb_array_length(c.data #> '{contents,quote,shops}') AS shops,
        count(o.id)::int AS orders, coalesce(sum(o.total), 0)::int AS ordered, coalesce(sum(o.refunded), 0)::int AS refunded,
        coalesce(bool_and(o.total = (SELECT sum(l.total) FROM order_lines l WHERE l.order_id = o.id)
          + o.fulfillment - o.discount + (o.tax - (SELECT sum(l.tax) FROM order_lines l WHERE l.order_id = o.id))), true) AS fits
      FROM checkouts c LEFT JOIN orders o ON o.checkout_id = c.id GROUP BY c.id) c),
    'things', (SELECT json_object_agg(thing, pieces) FROM (
      SELECT listing || ' ' || variant AS thing, sum(pieces)::int AS pieces FROM everywhere GROUP BY 1) t),
    'strayHolds', (SELECT count(*) FROM stock_holds h JOIN checkouts c ON c.id = h.checkout_id
      WHERE c.state NOT IN ('Paying', 'Challenged')),
    'unpaidBack', (SELECT coalesce(json_agg(id), '[]') FROM orders WHERE status = 'cancelled' AND refunded <> total),
    'negative', (SELECT count(*) FROM orders WHERE least(items_base, items_discount, subtotal, discount, fulfillment, tax, total) < 0),
    'refunds', (SELECT coalesce(json_agg(r), '[]') FROM (SELECT id, attempt_id, amount, status FROM refunds) r)
  )
  ); END $$`
