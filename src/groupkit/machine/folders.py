"""Whether a folder lies on this computer's own disk: a store is kept nowhere else.

A network drive may grant the same lock to two laptops, or report a write that has not happened; a
folder that is copied to a cloud gets a half-written database back, and keeps what was erased.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

from groupkit.domain.refusal import NetworkFolder, Refused, SyncedFolder

_NETWORK = {
    **dict.fromkeys(("cifs", "smb", "smb2", "smb3", "smbfs", "smbnetfs"), "SMB"),
    **dict.fromkeys(("nfs", "nfs3", "nfs4"), "NFS"),
    **dict.fromkeys(("davfs", "davfs2", "webdav"), "WebDAV"),
    **dict.fromkeys(("afs", "auristorfs", "openafs"), "AFS"),
    **dict.fromkeys(("curlftpfs", "ftp"), "FTP"),
    **dict.fromkeys(("gvfs", "gvfsd-fuse"), "GVfs"),
    "afpfs": "AFP",
    "sshfs": "SSH",
}
"""Names of file systems that have another; the name as it is serves for the others."""
_SHARED_BY_HOST = {"9p", "drvfs", "prl_fs", "vboxsf", "virtiofs", "vmhgfs", "vmhgfs-fuse"}
_OF_SERVERS = {"beegfs", "ceph", "coda", "glusterfs", "gpfs", "lustre", "ncpfs", "ocfs2"}
_OF_CLOUDS = {"google-drive-ocamlfuse", "kio-fuse", "onedriver", "rclone", "s3fs"}
_NETWORK_TOO = _SHARED_BY_HOST | _OF_SERVERS | _OF_CLOUDS
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW
_CLOUD_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
}
_APP_DATA = ("APPDATA", "LOCALAPPDATA")
_CLOUD_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
_CLOUD_NAMES = {
    "CloudStorage": "CloudStorage",
    "Dropbox": "Dropbox",
    "Google Drive": "Google Drive",
    "GoogleDrive": "Google Drive",
    "Mobile Documents": "iCloud",
    "OneDrive": "OneDrive",
    "iCloud Drive": "iCloud",
    "iCloudDrive": "iCloud",
    "pCloudDrive": "pCloud",
}
"""What such folders are called below a home; an account may follow, as in 'OneDrive - House'."""
_BEFORE_ACCOUNT = (" - ", "-", " (")


@dataclass(frozen=True)
class Mount:
    """One line of the mount table: what is seen below ``point``, and what it comes from."""

    point: PurePath
    system: str
    source: str = ""


def refuse_shared(folder: Path) -> None:
    """Refuse a folder, whether it exists or not, that other computers may write to.

    Raises:
        Refused: NetworkFolder or SyncedFolder, with the folder as it was given.
    """
    true = _resolved(folder)
    kind = _windows_kind(folder, true) if sys.platform == "win32" else network(true, _mounts())
    if kind:
        raise Refused(NetworkFolder(str(folder), kind))
    service = synced(true, os.environ, Path.home())
    if service:
        raise Refused(SyncedFolder(str(folder), service))


def network(folder: PurePath, mounts: Iterable[Mount]) -> str:
    """Return the kind of network drive on which the absolute ``folder`` lies, '' for none.

    The deepest mount point counts, of several on one point the last. A computer that was started
    over the network has nothing of its own, so its root is taken as it is.
    """
    over: Mount | None = None
    for mount in mounts:
        if folder.is_relative_to(mount.point) and (
            over is None or len(mount.point.parts) >= len(over.point.parts)
        ):
            over = mount
    if over is None or over.point == PurePath(over.point.anchor):
        return ""
    system = over.system.lower().removeprefix("fuse.")
    if system in _NETWORK or system in _NETWORK_TOO:
        return _NETWORK.get(system, system)
    is_foreign = over.source.startswith("//") or ":/" in over.source
    return system if "fuse" in over.system.lower() and is_foreign else ""


def unc(folder: str) -> bool:
    r"""Return whether a Windows path names another computer, as ``\\server\share`` does."""
    drive = PureWindowsPath(folder).drive.upper()
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive[4:].startswith("UNC\\")
    return drive.startswith("\\\\")


def synced(folder: Path, environment: Mapping[str, str], home: Path) -> str:
    """Return the name of the service that copies ``folder`` to a cloud, '' for none.

    It is known by the variables that OneDrive sets, by what Dropbox notes of itself, by the marks
    that such programs leave in their folder, and below ``home`` by the folder's usual name.
    """
    for root, service in _announced(environment, home):
        if folder.is_relative_to(root):
            return service
    for above in (folder, *folder.parents):
        for mark, service in _CLOUD_MARKERS.items():
            # Dropbox keeps a folder of this name for itself at home, too.
            if above != home and _is_there(above / mark):
                return service
        if home in above.parents and (service := _named_for_cloud(above.name)):
            return service
    return ""


def _named_for_cloud(name: str) -> str:
    for usual, service in _CLOUD_NAMES.items():
        if name == usual or name.startswith(tuple(usual + mark for mark in _BEFORE_ACCOUNT)):
            return service
    return ""


def _announced(environment: Mapping[str, str], home: Path) -> Iterable[tuple[Path, str]]:
    for name, service in _CLOUD_VARIABLES.items():
        if announced := environment.get(name, "").strip():
            yield _resolved(Path(announced)), service
    places = [home / ".dropbox"]
    places += [Path(environment[name], "Dropbox") for name in _APP_DATA if environment.get(name)]
    for place in places:
        for root in _dropbox_roots(place / "info.json"):
            yield root, "Dropbox"


def _dropbox_roots(info: Path) -> list[Path]:
    try:
        accounts = json.loads(info.read_text("utf-8"))
        return [_resolved(Path(str(account["path"]))) for account in accounts.values()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):  # links that lead in a circle
        return folder.absolute()


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _mounts() -> list[Mount]:
    import psutil

    try:
        found = psutil.disk_partitions(all=True)
    except (OSError, RuntimeError, psutil.Error):
        return []
    return [Mount(PurePath(each.mountpoint), each.fstype, each.device) for each in found]


def _windows_kind(given: Path, true: Path) -> str:
    if sys.platform != "win32":
        return ""
    import ctypes

    if any(unc(str(path)) for path in (given.absolute(), true)):
        return "SMB"
    drives = {path.drive for path in (given.absolute(), true)}
    drive_type = ctypes.WinDLL("kernel32").GetDriveTypeW
    drive_type.argtypes, drive_type.restype = (ctypes.c_wchar_p,), ctypes.c_uint
    is_remote = any(drive_type(f"{drive}\\") == _REMOTE_DRIVE for drive in drives)
    return "SMB" if is_remote else ""
