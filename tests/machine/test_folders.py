"""Where a store may lie, told from mount tables, paths and marks as they are found."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from groupkit.domain.refusal import Refused, SyncedFolder
from groupkit.machine.folders import Mount, network, refuse_shared, synced, unc


def on(point: str, system: str, source: str = "/dev/sda1") -> Mount:
    return Mount(PurePosixPath(point), system, source)


OWN = [
    on("/", "ext4"),
    on("/proc", "proc", "proc"),
    on("/home", "btrfs"),
    on("/run/user/1000/gvfs", "fuse.gvfsd-fuse", "gvfsd-fuse"),
    on("/media/anna/STICK", "vfat", "/dev/sdb1"),
]


@pytest.mark.parametrize(
    ("mount", "kind"),
    [
        (on("/srv/share", "cifs", "//server/share"), "SMB"),
        (on("/srv/share", "smb3", "//server/share"), "SMB"),
        (on("/srv/share", "nfs4", "server:/export"), "NFS"),
        (on("/srv/share", "fuse.sshfs", "anna@server:/home"), "SSH"),
        (on("/srv/share", "davfs", "https://cloud.example/dav"), "WebDAV"),
        (on("/srv/share", "vboxsf", "share"), "vboxsf"),
        (on("/srv/share", "9p", "C:\\"), "9p"),
        (on("/srv/share", "fuse.rclone", "drive:"), "rclone"),
        (on("/srv/share", "fuse.newfs", "server:/export"), "newfs"),
        (on("/Volumes/share", "smbfs", "//anna@server/share"), "SMB"),
    ],
)
def test_a_network_drive_is_known_by_its_kind(mount: Mount, kind: str) -> None:
    below = PurePosixPath(mount.point, "groupkit", "store")
    assert network(below, [*OWN, mount]) == kind
    assert network(PurePosixPath(mount.point), [mount, *OWN]) == kind
    assert network(PurePosixPath(str(mount.point) + "2", "store"), [*OWN, mount]) == ""


@pytest.mark.parametrize(
    "folder",
    ["/home/anna/.local/share/groupkit/store", "/media/anna/STICK/store", "/opt/store", "/"],
)
def test_own_disks_and_sticks_are_taken(folder: str) -> None:
    assert network(PurePosixPath(folder), OWN) == ""


def test_a_share_that_a_desktop_opened_is_known() -> None:
    folder = PurePosixPath("/run/user/1000/gvfs/smb-share:server=x,share=y/store")
    assert network(folder, OWN) == "GVfs"


def test_the_deepest_mount_counts_and_of_two_the_last() -> None:
    inner = on("/mnt/share/own", "ext4")
    table = [on("/mnt/share", "nfs", "s:/x"), inner]
    assert network(PurePosixPath("/mnt/share/own/store"), table) == ""
    assert network(PurePosixPath("/mnt/share/store"), table) == "NFS"
    over = [on("/mnt/x", "ext4"), on("/mnt/x", "cifs", "//s/x")]
    assert network(PurePosixPath("/mnt/x/store"), over) == "SMB"
    assert network(PurePosixPath("/mnt/x/store"), over[::-1]) == ""


def test_a_computer_without_a_disk_is_taken_as_it_is() -> None:
    assert network(PurePosixPath("/home/anna/store"), [on("/", "nfs", "server:/root")]) == ""
    assert network(PurePosixPath("/home/anna/store"), []) == ""


def test_fuse_on_an_own_disk_is_taken() -> None:
    assert network(PurePosixPath("/mnt/v/store"), [on("/mnt/v", "fuseblk", "/dev/sdc1")]) == ""
    assert network(PurePosixPath("/mnt/v/store"), [on("/mnt/v", "fuse.gocryptfs", "/x")]) == ""


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (r"\\server\share\store", True),
        ("//server/share/store", True),
        (r"\\wsl.localhost\Ubuntu\home\anna", True),
        (r"\\?\UNC\server\share\store", True),
        (r"\\?\C:\Users\anna\store", False),
        (r"C:\Users\anna\store", False),
        ("store", False),
    ],
)
def test_windows_names_of_other_computers(folder: str, expected: bool) -> None:
    assert unc(folder) is expected


@pytest.mark.parametrize(
    ("below", "service"),
    [
        ("OneDrive - Krisecenter/Dokumenter/store", "OneDrive"),
        ("OneDrive/store", "OneDrive"),
        ("Dropbox (Personal)/store", "Dropbox"),
        ("Library/CloudStorage/GoogleDrive-anna@example.org/My Drive/store", "Google Drive"),
        ("Library/CloudStorage/Box-Box/store", "CloudStorage"),
        ("Library/Mobile Documents/com~apple~CloudDocs/store", "iCloud"),
        ("iCloudDrive/store", "iCloud"),
        ("Dokumenter/store", ""),
        ("Dropboxer/store", ""),
    ],
)
def test_folders_that_are_named_for_a_cloud(tmp_path: Path, below: str, service: str) -> None:
    assert synced(tmp_path / below, {}, tmp_path) == service


def test_the_place_that_onedrive_announces(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "Sky"), "OneDrive": ""}
    assert synced(tmp_path / "Sky" / "store", environment, tmp_path) == "OneDrive"
    assert synced(tmp_path / "Skyer" / "store", environment, tmp_path) == ""


def test_the_place_that_dropbox_notes(tmp_path: Path) -> None:
    note = tmp_path / ".dropbox" / "info.json"
    note.parent.mkdir()
    note.write_text(json.dumps({"personal": {"path": str(tmp_path / "Delt")}}), "utf-8")
    assert synced(tmp_path / "Delt" / "store", {}, tmp_path) == "Dropbox"
    assert synced(tmp_path / "Andet" / "store", {}, tmp_path) == ""
    note.write_text('{"personal": 3}')
    assert synced(tmp_path / "Delt" / "store", {}, tmp_path) == ""


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".tmp.driveupload", "Google Drive"),
    ],
)
def test_the_marks_that_such_programs_leave(tmp_path: Path, mark: str, service: str) -> None:
    home, root = tmp_path / "home", tmp_path / "D" / "Fælles"
    (root / mark).mkdir(parents=True)
    assert synced(root / "a" / "store", {}, home) == service
    assert synced(root.parent / "store", {}, home) == ""


def test_an_own_folder_is_taken_and_a_copied_one_refused_through_a_link(tmp_path: Path) -> None:
    refuse_shared(tmp_path / "not" / "yet" / "there")
    shared = tmp_path / "shared"
    (shared / ".stfolder").mkdir(parents=True)
    link = tmp_path / "link"
    try:
        link.symlink_to(shared, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    with pytest.raises(Refused) as caught:
        refuse_shared(link / "store")
    assert caught.value.refusal == SyncedFolder(str(link / "store"), "Syncthing")


def test_links_in_a_circle_are_no_obstacle(tmp_path: Path) -> None:
    circle = tmp_path / "circle"
    try:
        circle.symlink_to(circle)
    except OSError:
        pytest.skip("this system makes no links")
    refuse_shared(circle / "store")
