# SPDX-License-Identifier: MPL-2.0
# What packaging's scripts share: sourced, never run. Needs $top, the folder of the project.

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit "${code:-1}"; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "Packages are missing, and only root or sudo can install them."
    fi
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_missing KIND...: installs what packaging/packages names for these kinds and is not there yet.
install_missing() {
    local kinds=" $* " kind need name found wanted=()
    while read -r kind need; do
        case "$kinds" in *" $kind "*) ;; *) continue ;; esac
        found=
        for name in ${need//|/ }; do is_installed "$name" && found=1 && break; done
        [ -n "$found" ] || wanted+=("$need")
    done < <(grep -v '^#' "$top/packaging/packages")
    [ ${#wanted[@]} -gt 0 ] || { say "Packages: all there."; return; }

    say "Packages: installing ${#wanted[@]} (${wanted[*]})"
    as_root apt-get update -qq || fail "apt-get could not read its lists."
    local names=()
    for need in "${wanted[@]}"; do
        for name in ${need//|/ }; do
            if apt-cache show "$name" >/dev/null 2>&1; then names+=("$name"); break; fi
        done
    done
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}" \
        >/tmp/frikort-apt.$$ 2>&1 || { cat /tmp/frikort-apt.$$ >&2; fail "apt-get could not install them."; }
    rm -f /tmp/frikort-apt.$$
}

# build PRESET TARGET...: configures once, then builds; ninja tells how far it is.
build() {
    local preset=$1
    shift
    cd "$top" || exit 1
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "Build: preparing build/$preset"
        cmake --preset "$preset" >"/tmp/frikort-cmake.$$" 2>&1 ||
            { cat "/tmp/frikort-cmake.$$" >&2; fail "CMake could not prepare the build."; }
        rm -f "/tmp/frikort-cmake.$$"
    fi
    say "Build: build/$preset/bin"
    cmake --build --preset "$preset" ${*:+--target "$@"} || fail "The build failed."
}
