"""`python -m tests.crash.small_disk FOLDER`: mounts a small disk there, in a place of its own, and fills it.

What happened is printed as JSON. It is started under `unshare`, so that nobody else sees the disk, and it is gone at the end.
"""

import json
import subprocess
import sys
from pathlib import Path

from bonddiary.domain.ids import MomentId
from tests.builders import moment, moment_draft
from tests.crash import deeds

SIZE, FILLER = 1_500_000, 900_000


def main(folder: Path) -> None:
    """Notes until the disk is full, frees some space, notes what was refused again."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        print(json.dumps({"unmounted": done.stderr.strip()}))
        return
    filler = folder / "filler"
    filler.write_bytes(bytes(FILLER))
    deeds.begin(folder)
    log = deeds.Log()
    diary = deeds.opened(folder)
    for _ in range(600):
        one = moment(note="x" * 900)
        log.do(deeds.of(one), lambda one=one: diary.log(one, id=one.id))  # type: ignore[misc]
        if len(log.refused) == 5:
            break
    diary.close()
    full = deeds.held(folder)  # it can be read while the disk is full
    filler.unlink()
    refused = [MomentId(id) for id in log.refused]
    diary = deeds.opened(folder)
    for id in refused:
        diary.log(moment_draft(), id=id, again=True)
    diary.close()
    held = deeds.held(folder)
    print(
        json.dumps(
            {
                "saved": len(log.saved),
                "lost": [
                    id for id, left in log.saved.items() if full.get(id) != left or held.get(id) != left
                ],
                "refused": {id: words[-1][1] for id, words in log.refused.items()},
                "there": [id for id in refused if id in full],
                "missing": [id for id in refused if id not in held],
                "more": len(held) - 3 - len(log.saved) - len(refused),
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
