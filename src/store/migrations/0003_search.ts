import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/**
 * What search reads: the words of a listing by weight, the shop's own vocabulary, and how many active listings stand on
 * each shelf. Triggers keep all of it, so that whoever writes a listing need not know.
 */
export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient

  yield* sql`CREATE FUNCTION plain(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    BEGIN
      IF octet_length(words) <> length(words) THEN
        words := regexp_replace(normalize(words, NFKD), U&'[\\0300-\\036f]', '', 'g');
      END IF;
      RETURN translate(words, '/._@<>-', '       ');
    END $$`
  yield* sql`COMMENT ON FUNCTION plain IS 'without accents and without what joins words: café/bar is found as cafe and as bar'`
  yield* sql`CREATE FUNCTION lower_all(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(words::text)::text[]
  $$`
  yield* sql`CREATE FUNCTION price_band(price int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT width_bucket(price, '{2500, 5000, 10000, 20000}'::int[])
  $$`

  yield* sql`ALTER TABLE listings ADD COLUMN search tsvector NOT NULL DEFAULT ''`
  yield* sql`CREATE FUNCTION listing_search() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      shop text := (SELECT name FROM shops WHERE id = NEW.shop_id);
    BEGIN
      NEW.search :=
        setweight(to_tsvector('english', plain(NEW.title)), 'A') ||
        setweight(to_tsvector('english',
          plain(NEW.category || ' , ' || array_to_string(NEW.tags || NEW.materials, ' , '))), 'B') ||
        setweight(to_tsvector('english', plain(NEW.city || ' , ' || coalesce(shop, ''))), 'C') ||
        setweight(to_tsvector('english', plain(NEW.description)), 'D');
      RETURN NEW;
    END $$`
  yield* sql`CREATE TRIGGER listing_search
    BEFORE INSERT OR UPDATE OF title, description, category, city, tags, materials, shop_id ON listings
    FOR EACH ROW EXECUTE FUNCTION listing_search()`
  yield* sql`UPDATE listings SET title = title`
  yield* sql`CREATE FUNCTION shop_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE listings SET title = title WHERE shop_id = NEW.id;
      RETURN NULL;
    END $$`
  yield* sql`CREATE TRIGGER shop_renamed AFTER UPDATE OF name ON shops
    FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION shop_renamed()`

  yield* sql`CREATE INDEX listings_search ON listings USING gin (search) WHERE status = 'active'`
  yield* sql`CREATE INDEX listings_tags ON listings USING gin (lower_all(tags)) WHERE status = 'active'`
  yield* sql`CREATE INDEX listings_popular ON listings (popularity DESC, id) WHERE status = 'active'`
  yield* sql`CREATE INDEX listings_newest ON listings (created_at DESC, id) WHERE status = 'active'`
  yield* sql`CREATE INDEX listings_price ON listings (price, id) INCLUDE (category, city) WHERE status = 'active'`
  yield* sql`CREATE INDEX listings_category ON listings (category, popularity DESC, id) WHERE status = 'active'`
  yield* sql`CREATE INDEX listings_city ON listings (city, popularity DESC, id) WHERE status = 'active'`
  yield* sql`CREATE INDEX listings_shop ON listings (shop_id, created_at DESC)`

  yield* sql`CREATE TABLE vocabulary (word text NOT NULL, listings int NOT NULL)`
  yield* sql`COMMENT ON TABLE vocabulary IS 'words of the titles, tags, materials, categories and cities of active listings. '
    'The count of a word is the sum of its rows: writers only add rows, so they never wait for one another'`
  yield* sql`CREATE TABLE shelves (
    category text NOT NULL,
    city text NOT NULL,
    price_band int NOT NULL,
    in_stock boolean NOT NULL,
    listings int NOT NULL
  )`
  yield* sql`COMMENT ON TABLE shelves IS 'how many active listings there are, to be summed like vocabulary'`

  yield* sql`CREATE FUNCTION listing_words(title text, category text, city text, tags text[], materials text[])
    RETURNS SETOF text LANGUAGE sql STABLE AS $$
      SELECT word FROM unnest(tsvector_to_array(to_tsvector('simple', plain(
        title || ' , ' || category || ' , ' || city || ' , ' || array_to_string(tags || materials, ' , '))))) word
      WHERE word ~ '^[a-z]{3,30}$'
    $$`
  yield* sql`CREATE FUNCTION sum_up() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      IF random() > 0.01 OR NOT pg_try_advisory_xact_lock(hashtext('sum_up')) THEN RETURN; END IF;
      WITH gone AS (DELETE FROM shelves RETURNING *)
        INSERT INTO shelves SELECT category, city, price_band, in_stock, sum(listings) FROM gone
        GROUP BY 1, 2, 3, 4 HAVING sum(listings) <> 0;
      WITH gone AS (
        DELETE FROM vocabulary WHERE word IN (SELECT word FROM vocabulary GROUP BY word HAVING count(*) > 1) RETURNING *
      )
        INSERT INTO vocabulary SELECT word, sum(listings) FROM gone GROUP BY word HAVING sum(listings) <> 0;
    END $$`
  yield* sql`COMMENT ON FUNCTION sum_up IS 'now and then replaces the rows of a count by their sum'`

  yield* sql`CREATE FUNCTION count_added() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO shelves SELECT category, city, price_band(price), stock > 0, count(*)
        FROM changed WHERE status = 'active' GROUP BY 1, 2, 3, 4;
      INSERT INTO vocabulary SELECT word, count(*)
        FROM changed, listing_words(title, category, city, tags, materials) word WHERE status = 'active' GROUP BY word;
      PERFORM sum_up();
      RETURN NULL;
    END $$`
  yield* sql`CREATE FUNCTION count_removed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO shelves SELECT category, city, price_band(price), stock > 0, -count(*)
        FROM changed WHERE status = 'active' GROUP BY 1, 2, 3, 4;
      INSERT INTO vocabulary SELECT word, -count(*)
        FROM changed, listing_words(title, category, city, tags, materials) word WHERE status = 'active' GROUP BY word;
      PERFORM sum_up();
      RETURN NULL;
    END $$`
  yield* sql`CREATE FUNCTION count_moved() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO shelves SELECT category, city, price_band, in_stock, n FROM (VALUES
        (OLD.status, OLD.category, OLD.city, price_band(OLD.price), OLD.stock > 0, -1),
        (NEW.status, NEW.category, NEW.city, price_band(NEW.price), NEW.stock > 0, 1)
      ) moved (status, category, city, price_band, in_stock, n) WHERE status = 'active';
      PERFORM sum_up();
      RETURN NULL;
    END $$`
  yield* sql`CREATE FUNCTION count_reworded() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO vocabulary
        SELECT word, -1 FROM listing_words(OLD.title, OLD.category, OLD.city, OLD.tags, OLD.materials) word
          WHERE OLD.status = 'active'
        UNION ALL
        SELECT word, 1 FROM listing_words(NEW.title, NEW.category, NEW.city, NEW.tags, NEW.materials) word
          WHERE NEW.status = 'active';
      PERFORM sum_up();
      RETURN NULL;
    END $$`
  yield* sql`CREATE FUNCTION count_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      TRUNCATE shelves, vocabulary;
      RETURN NULL;
    END $$`

  yield* sql`INSERT INTO shelves SELECT category, city, price_band(price), stock > 0, count(*)
    FROM listings WHERE status = 'active' GROUP BY 1, 2, 3, 4`
  yield* sql`INSERT INTO vocabulary SELECT word, count(*)
    FROM listings, listing_words(title, category, city, tags, materials) word WHERE status = 'active' GROUP BY word`

  yield* sql`CREATE TRIGGER count_added AFTER INSERT ON listings
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_added()`
  yield* sql`CREATE TRIGGER count_removed AFTER DELETE ON listings
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_removed()`
  yield* sql`CREATE TRIGGER count_moved AFTER UPDATE ON listings FOR EACH ROW
    WHEN ((OLD.status, OLD.category, OLD.city, price_band(OLD.price), OLD.stock > 0) IS DISTINCT FROM
      (NEW.status, NEW.category, NEW.city, price_band(NEW.price), NEW.stock > 0))
    EXECUTE FUNCTION count_moved()`
  yield* sql`CREATE TRIGGER count_reworded AFTER UPDATE ON listings FOR EACH ROW
    WHEN ((OLD.status = 'active', OLD.title, OLD.category, OLD.city, OLD.tags, OLD.materials) IS DISTINCT FROM
      (NEW.status = 'active', NEW.title, NEW.category, NEW.city, NEW.tags, NEW.materials))
    EXECUTE FUNCTION count_reworded()`
  yield* sql`CREATE TRIGGER count_nothing AFTER TRUNCATE ON listings
    FOR EACH STATEMENT EXECUTE FUNCTION count_nothing()`
})
