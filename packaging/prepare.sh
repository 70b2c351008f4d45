#!/bin/sh
# Makes this machine and folder ready: sh packaging/prepare.sh lint|base|run|test|package|package-test
#
# First the system packages that are missing (reviewer/system.py says which), then the Python
# environment in .venv, from uv.lock. When all is there already it takes a fraction of a
# second and says nothing. For a build it also makes the build's own environment, afresh from
# this checkout: what a build brings along is what is installed there, and no developer's tools.
set -eu
unset CDPATH VIRTUAL_ENV PYTHONHOME PYTHONPATH
cd -- "$(dirname -- "$0")/.."
export UV_PROJECT_ENVIRONMENT=.venv
purpose=$1

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }
runs() { "$@" >/dev/null 2>&1; }

# A .venv may be half made (no stamp), of a Python that is gone or not ours (no import), or moved
# or copied from another folder (imports that folder's code): then it is made anew.
sound() {
    [ -e .venv/ready ] && runs .venv/bin/python -I -c 'import os, reviewer, sys
sys.exit(not os.path.samefile(reviewer.__file__, "reviewer/__init__.py"))'
}
current() { [ .venv/ready -nt pyproject.toml ] && [ .venv/ready -nt uv.lock ]; }

find_uv() {
    for uv in uv .uv/bin/uv; do
        if runs "$uv" --version; then return 0; fi
    done
    uv=
}

apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" \
        >>"$log" 2>&1 </dev/null
}

apt_install() {
    say "Installing from Debian's packages: $*"
    log=$(mktemp)
    # Mirrors fail now and then: a second try costs little.
    for try in first second; do
        if apt update && apt install --no-install-recommends "$@"; then
            rm -f "$log"
            return 0
        fi
    done
    cat "$log" >&2
    rm -f "$log"
    fail "apt-get could not install: $*"
}

# The arguments are the Python that looks (or nothing) and packages that are missing besides.
install_missing() {
    python=$1
    shift
    lacking() { [ -z "$python" ] || "$python" -I reviewer/system.py packages "$1"; }
    needed="$* $(lacking base)"
    # shellcheck disable=SC2046 # one word a package
    set -- "$@" $(lacking "$purpose")
    [ $# -gt 0 ] || return 0
    if ! runs command -v apt-get; then
        fail "System packages are missing, by the names that Debian gives them: $*"
    elif [ "$(id -u)" -eq 0 ]; then
        apt_install "$@"
    elif [ "$purpose" = test ] && [ "$needed" = " " ] && [ -z "${CI:-}" ]; then
        say "Tests that need $* will be skipped."
    else
        fail "System packages are missing. Install them with this line, then try again:
sudo apt-get install -y $*"
    fi
}

make_environment() {
    if [ -e .venv ] && [ ! -w .venv ]; then
        fail "Another user made .venv; remove it first: sudo rm -rf .venv"
    fi
    if [ -z "$uv" ]; then
        say "Getting uv"
        rm -rf .uv
        python3 -m venv .uv
        .uv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'
        uv=.uv/bin/uv
    fi
    say "Setting up the Python environment; the first time takes a minute or two"
    sound || rm -rf .venv
    "$uv" sync --locked --quiet
    touch .venv/ready
}

make_builder() {
    case $purpose in package*) ;; *) return 0 ;; esac
    [ -n "$uv" ] || find_uv
    UV_PROJECT_ENVIRONMENT=build/environment "$uv" sync --locked --quiet --no-editable \
        --no-default-groups --group package --refresh-package reviewer --reinstall-package reviewer
}

uv=
if sound && current; then
    install_missing .venv/bin/python
    make_builder
    exit
fi
system=
if runs python3 -c ''; then system=python3; fi
find_uv
# Only uv's own environment needs the system's Python, and venv, which Debian packs apart.
set --
if [ -z "$uv" ]; then
    [ -n "$system" ] || set -- python3
    runs python3 -c 'import ensurepip' || set -- "$@" python3-venv
fi
install_missing "$system" "$@"
make_environment
[ -n "$system" ] || install_missing .venv/bin/python
make_builder
