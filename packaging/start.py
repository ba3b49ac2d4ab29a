"""Set groupkit up on a machine that has nothing but Python 3.11 or newer, and start or test it.

Usage: python3 packaging/start.py run [ARGUMENTS]          set up once, then start the program
       python3 packaging/start.py test [PYTEST ARGUMENTS]  style, types, imports, then all tests;
                                                           with --only-pytest first, only tests
       python3 packaging/start.py drill [PYTEST ARGUMENTS] the store's drills in full (hours), with
                                                           their figures at the end
       python3 packaging/start.py pins                     renew the pinned lists

Only the standard library is used, and the file can be read by Python 3.8, so that an old Python can
be told what is missing.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME_PINS = ROOT / "packaging" / "requirements.txt"
TEST_PINS = ROOT / "packaging" / "requirements-dev.txt"
RUNTIME = ROOT / ".venv"
TESTING = ROOT / ".venv-test"
STAMP = "groupkit-set-up"
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
TOUR_FOLDER = "groupkit-tour"
WINDOWED = ("tour", "gallery")  # the commands that draw

# soname -> Debian package, as the libraries in PySide6_Essentials and PySide6_Pdf ask for them.
DRAWING = {
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
}
X11_WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND_WINDOW = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

CHECKS = (
    ("style", ["-m", "ruff", "check"]),
    ("layout", ["-m", "ruff", "format", "--check"]),
    ("types", ["-m", "mypy"]),
    ("imports", ["-c", "from importlinter.cli import lint_imports_command as run; run()"]),
)

# By a relative path, so that a .pth file stays plain ASCII whatever the folders above are called.
LINK_SOURCES = """
import os, sys, sysconfig
packages = sysconfig.get_path("purelib")
with open(os.path.join(packages, "groupkit.pth"), "w", encoding="ascii") as link:
    link.write(os.path.relpath(sys.argv[1], packages))
"""

# Tools outside pyproject.toml, and what only Windows asks for: a list compiled elsewhere omits it.
ONLY_TESTING = ("hatchling", "editables")
ONLY_WINDOWS = ("colorama",)


class CannotStartError(Exception):
    """Something on this machine is missing; the message says what to do."""


def say(sentence):
    """Tell the person at the terminal what happens now."""
    print(sentence, file=sys.stderr, flush=True)


# The machine ------------------------------------------------------------------------------------


def has_display(environment, platform=sys.platform):
    """Return whether a window can be shown; only Linux can be without one."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def arguments_to_run(arguments, environment, folder, platform=sys.platform):
    """Return what the program is started with, and a sentence to say first or None.

    Without arguments the program opens its window; where there is no display, the tour is played
    into a folder below ``folder`` instead.
    """
    if arguments or has_display(environment, platform):
        return list(arguments), None
    out = Path(folder) / TOUR_FOLDER
    sentence = (
        "There is no display here, so no window can open. Playing the tour instead; "
        "its pictures and printed sheets go to " + str(out)
    )
    return ["tour", "--out", str(out)], sentence


def needed_libraries(environment):
    """Return soname -> Debian package of what Qt loads: to draw at all, and for the display."""
    needed = dict(DRAWING)
    if environment.get("DISPLAY"):
        needed.update(X11_WINDOW)
    if environment.get("WAYLAND_DISPLAY"):
        needed.update(WAYLAND_WINDOW)
    return needed


def missing_libraries(needed, load=ctypes.CDLL):
    """Return the part of ``needed`` that ``load`` cannot load."""
    missing = {}
    for soname, package in needed.items():
        try:
            load(soname)
        except OSError:
            missing[soname] = package
    return missing


def ensure_libraries(environment):
    """Install the shared libraries that Qt misses, or say how; only Linux can miss any."""
    if not sys.platform.startswith("linux"):
        return
    needed = needed_libraries(environment)
    missing = missing_libraries(needed)
    if missing:
        ensure_packages(sorted(set(missing.values())), "Qt misses " + ", ".join(sorted(missing)))
        missing = missing_libraries(needed)
    if missing:
        raise CannotStartError("Qt still misses " + ", ".join(sorted(missing)) + ".")


def ensure_packages(packages, why):
    """Install Debian ``packages`` when this user may; otherwise raise with the line to type."""
    if shutil.which("apt-get") is None:
        raise CannotStartError(
            why + ". Install what holds this with your system's package manager; "
            "Debian calls it: " + " ".join(packages)
        )
    prefix = privilege()
    if prefix is None:
        line = "sudo apt-get update && sudo apt-get install -y " + " ".join(packages)
        raise CannotStartError(why + ". Type this line, then start again:\n    " + line)
    say(why + ". Installing " + " ".join(packages))
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    for command in (["apt-get", "update", "-qq"], install + packages):
        if subprocess.call(prefix + command, env=quiet, stdout=sys.stderr) != 0:
            raise CannotStartError("This did not work: " + " ".join(prefix + command))


def privilege():
    """Return the words that let a command change the system: none, sudo, or None for 'may not'."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = ["sudo", "-n", "true"]
    allowed = subprocess.call(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    return ["sudo", "-n"] if allowed else None


# The environment --------------------------------------------------------------------------------


def python_of(venv):
    """Return the interpreter inside a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_of(pins):
    """Return what a finished set-up is stamped with: its Python and the digest of its pins."""
    return f"{PYTHON} {sys.platform}\n{hashlib.sha256(pins.read_bytes()).hexdigest()}\n"


def is_set_up(venv, pins):
    """Return whether ``venv`` was finished for exactly these pins by this version of Python."""
    try:
        stamped = (venv / STAMP).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return False
    return stamped == stamp_of(pins) and python_of(venv).exists()


def ensure_venv(venv, pins):
    """Make ``venv`` hold exactly ``pins`` and the checkout; do nothing when it already does.

    The stamp is written last, so an interrupted set-up is done again from the start.
    """
    if is_set_up(venv, pins):
        return
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        ensure_packages([f"python{PYTHON}-venv"], "This Python cannot make virtual environments")
    say("Setting up " + venv.name + " (once; this takes a few minutes)")
    if venv.is_symlink() or venv.is_file():
        venv.unlink()
    succeed([sys.executable, "-m", "venv", "--clear", str(venv)])
    python = str(python_of(venv))
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    succeed([python, *install, "--require-hashes", "-r", str(pins)])
    succeed([python, "-c", LINK_SOURCES, str(ROOT / "src")])
    (venv / STAMP).write_text(stamp_of(pins), encoding="ascii")


def succeed(command):
    """Run one step of the set-up; raise when it fails. The tool has said why by then."""
    if subprocess.call(command, stdout=sys.stderr) != 0:
        raise CannotStartError("The set-up stopped here; start again to repeat it.")


# The commands -----------------------------------------------------------------------------------


def run(arguments):
    """Set up, then start the program; return its exit code."""
    wanted, sentence = arguments_to_run(arguments, os.environ, Path.cwd())
    if sentence:
        say(sentence)
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not wanted or wanted[0] in WINDOWED:
        ensure_libraries(os.environ)
    ensure_venv(RUNTIME, RUNTIME_PINS)
    command = [str(python_of(RUNTIME)), "-P", "-m", "groupkit", *wanted]
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 - the program takes this process over
    return subprocess.call(command)


def test(arguments):
    """Set up, check, and run the tests; return the exit code of the first that fails."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ensure_libraries(os.environ)
    ensure_venv(TESTING, TEST_PINS)
    only_pytest = arguments[:1] == ["--only-pytest"]
    stages = [] if only_pytest else list(CHECKS)
    stages.append(("tests", ["-m", "pytest", *arguments[only_pytest:]]))
    for name, command in stages:
        say("== " + name)
        code = subprocess.call([str(python_of(TESTING)), *command], cwd=str(ROOT))
        if code != 0:
            return code
    return 0


def drill(arguments):
    """Set up, play the store's drills in full, and print their figures; return the exit code."""
    return test(["--only-pytest", "tests/drills", "--full", "-p", "no:cacheprovider", *arguments])


def pins(_arguments):
    """Renew both pinned lists from pyproject.toml, with the hashes of every platform's files."""
    ensure_venv(TESTING, TEST_PINS)
    with tempfile.TemporaryDirectory() as folder:
        runtime, testing = Path(folder, "runtime.txt"), Path(folder, "testing.txt")
        windows, tools = Path(folder, "windows.in"), Path(folder, "tools.in")
        windows.write_text("\n".join(ONLY_WINDOWS) + "\n", encoding="ascii")
        tools.write_text("\n".join(ONLY_TESTING + ONLY_WINDOWS) + "\n", encoding="ascii")
        compile_pins(runtime, [str(windows)])
        compile_pins(testing, ["--extra", "dev", "-c", str(runtime), str(tools)])
        RUNTIME_PINS.write_text(polished(runtime), encoding="ascii", newline="\n")
        TEST_PINS.write_text(polished(testing), encoding="ascii", newline="\n")
    return 0


def compile_pins(out, sources):
    """Compile one list. Local folders of packages are left out: their hashes would be partial."""
    options = "--quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-annotate"
    nameless = "--no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host"
    public = dict(os.environ, PIP_CONFIG_FILE=os.devnull, PIP_FIND_LINKS="", PIP_EXTRA_INDEX_URL="")
    public.pop("PIP_NO_INDEX", None)
    command = [str(python_of(TESTING)), "-m", "piptools", "compile", "-o", str(out)]
    command += options.split() + nameless.split() + [str(ROOT / "pyproject.toml"), *sources]
    if subprocess.call(command, env=public, cwd=str(ROOT), stdout=subprocess.DEVNULL) != 0:
        raise CannotStartError("The pinned lists were left as they are.")


def polished(compiled):
    """Return a compiled list without comments, what only Windows needs marked as such."""
    lines = []
    for line in compiled.read_text(encoding="ascii").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.partition("==")[0] in ONLY_WINDOWS:
            line = line.replace(" \\", ' ; sys_platform == "win32" \\')
        lines.append(line)
    return "\n".join(lines) + "\n"


def main(arguments):
    """Carry out the command that the arguments name; return an exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is told what is missing
        say(f"groupkit needs Python 3.11 or newer; this is Python {PYTHON}.")
        return 1
    commands = {"run": run, "test": test, "drill": drill, "pins": pins}
    command = commands.get(arguments[0]) if arguments else None
    if command is None:
        say(__doc__.strip())
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return command(arguments[1:])
    except CannotStartError as obstacle:
        say(str(obstacle))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
