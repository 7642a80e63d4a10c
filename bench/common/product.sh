# For the benchmarks that ask the running product; they source it. It builds what is not built, starts the product as it is
# delivered, waits until it answers, and stops it at the end. Afterwards:
#   $root $data $port    of the repository, the data directory and the product
#   $classes             an empty folder for classes, thrown away at the end
#   $path                the class path of everything the product's tests have
# The data directory ESUP_BENCH_DATA (target/bench of the repository) is kept: the second run starts sooner.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data=${ESUP_BENCH_DATA:-$root/target/bench}
port=${ESUP_BENCH_PORT:-18099}
classes=$(mktemp -d)
started=()
mkdir -p "$data"

stop_started() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; done
  started=()
}
trap 'stop_started; rm -rf "$classes"' EXIT

if [ ! -f "$root/launcher/target/esup.jar" ] || [ ! -f "$root/launcher/target/path" ]; then
  (cd "$root" && mvn -B -q package dependency:build-classpath -DskipTests -Dmdep.outputFile=target/path)
fi
path="$root/launcher/target/test-classes:$root/launcher/target/classes:$(cat "$root/launcher/target/path")"
for module in testing rulebooks signing; do
  path="$root/ejb-core/$module/target/classes:$root/ejb-core/$module/target/test-classes:$path"
done

# No limits on callers here: they are there against others, and these are ours.
start_product() {
  ESUP_DATA=$data ESUP_PORT=$port java -Desup.api.public-per-minute=100000000 -Desup.api.tokens-per-minute=100000000 \
      -Desup.api.client-per-minute=100000000 ${ESUP_BENCH_JAVA:-} \
    -jar "$root/launcher/target/esup.jar" > "$data/run.log" 2>&1 &
  started+=($!)
  until grep -q "Ctrl-C" "$data/run.log"; do
    kill -0 $! 2>/dev/null || { tail -3 "$data/run.log" >&2; exit 1; }
    sleep 1
  done
}
