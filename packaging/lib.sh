# SPDX-License-Identifier: MPL-2.0
# shellcheck shell=bash
# What packaging's scripts share: sourced, never run.

top=${top:?the folder of the project}

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit "${code:-1}"; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "Packages are missing, and only root or sudo can install them."
    fi
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
is_offered() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'; }

# first_that TEST NAME|NAME...: the first of these names for which it holds.
first_that() {
    local name
    for name in ${2//|/ }; do "$1" "$name" && { say "$name"; return; }; done
    return 1
}

# install_missing KIND...: installs what packaging/packages names for these kinds and is not there yet.
install_missing() {
    local kinds=" $* " kind need name needs=() names=() log
    while read -r kind need; do
        case "$kinds" in *" $kind "*) ;; *) continue ;; esac
        first_that is_installed "$need" >/dev/null || needs+=("$need")
    done < <(grep -v '^#' "$top/packaging/packages")
    [ ${#needs[@]} -gt 0 ] || { say "Packages: all there."; return; }

    say "Packages: ${#needs[@]} are missing (${needs[*]})"
    as_root apt-get update -qq -o Acquire::http::Timeout=20 # the lists of before may do
    for need in "${needs[@]}"; do
        name=$(first_that is_offered "$need") ||
            fail "Packages: apt cannot find $need. Is there a network, and is Debian's main among its sources?"
        names+=("$name")
    done
    log=$(mktemp) || exit 1
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get install -y -q --no-install-recommends --no-remove \
        -o DPkg::Lock::Timeout=120 -o Acquire::http::Timeout=20 "${names[@]}" 2>&1 </dev/null |
        tee "$log" | grep --line-buffered -E '^(Need to get|Get:|Setting up)'
    if [ "${PIPESTATUS[0]}" != 0 ]; then
        tail -n 5 "$log" >&2
        fail "Packages: apt-get could not install them; all it said is in $log"
    fi
    rm -f "$log"
}

# build PRESET TARGET...: prepares once, then builds; ninja tells how far it is.
build() {
    local preset=$1 folder=$top/build/$1 log
    shift
    # A folder of a clone that stood elsewhere is prepared again.
    if [ ! -f "$folder/build.ninja" ] ||
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$folder/CMakeCache.txt"; then
        say "Build: preparing build/$preset"
        log=$(mktemp) || exit 1
        env -C "$top" cmake --fresh --preset "$preset" >"$log" 2>&1 ||
            { cat "$log" >&2; fail "Build: CMake could not prepare it."; }
        rm -f "$log"
    fi
    say "Build: build/$preset/bin"
    [ $# -eq 0 ] || set -- --target "$@"
    cmake --build "$folder" "$@" || fail "Build: it failed."
}
