"""What a program cannot tell about the drum kits: what they are, which instrument a name means, which samples to leave out and why.

Decided by reading the names, looking at the spectrograms and comparing all samples with each other.
"""
import re


class Kit:
    """A drum kit: folder is upstream's; kits of one family share drums or recordings, and are never on two sides of a split."""

    def __init__(self, id, folder, origin, family, maker, licence):
        self.id, self.folder, self.origin, self.family, self.maker, self.licence = id, folder, origin, family, maker, licence


# Acoustic: one set of drums in one room. Electronic: synthesised. Collected: recordings of any kind from anywhere.
# Left out: circAfrique v4 has none of the instruments below; of Gimme A Hand 1.0 only the hand clap would stay, which is black-pearl's.
KITS = [
    Kit("audiophob", "Audiophob", "collected", "audiophob", "audiophobdubstep, from freesound.org", "CC0-1.0"),
    Kit("bja-pacific", "BJA_Pacific", "acoustic", "bja-pacific", "Bransin James Anderson, Luc Tanguay", "CC-BY-SA-3.0-US"),
    Kit("black-pearl", "The Black Pearl 1.0", "acoustic", "black-pearl", "Glen MacArthur", "GPL-2.0-only"),
    Kit("colombo", "ColomboAcousticDrumkit", "acoustic", "colombo", "Marcos Guglielmetti", "GPL-2.0-or-later"),
    Kit("electric-empire", "ElectricEmpireKit", "electronic", "electric-empire", "Artemiy Pavlov", "GPL-2.0-or-later"),
    Kit("forzee", "ForzeeStereo", "acoustic", "forzee", "Vladimir Sadovnikov, Alexander Belokurov", "GPL-2.0-only"),
    Kit("hard-electro", "HardElectro1", "electronic", "hard-electro", "Artemiy Pavlov", "GPL-2.0-or-later"),
    Kit("millo-1", "Millo-Drums_v.1", "acoustic", "millo", "Emiliano Grilli", "GPL-2.0-only"),
    Kit("millo-2", "Millo_MultiLayered2", "acoustic", "millo", "Emiliano Grilli", "GPL-2.0-only"),
    Kit("millo-3", "Millo_MultiLayered3", "acoustic", "millo", "Emiliano Grilli", "GPL-2.0-only"),
    Kit("rumpf", "rumpf_kit_z01_h2", "collected", "rumpf", "Emanuel Rumpf", "CC-BY-3.0"),
    Kit("varibreaks", "VariBreaks", "electronic", "varibreaks", "Artemiy Pavlov", "GPL-2.0-or-later"),
]

# A class is a sound: strokes that make an instrument sound like another one, or like two, are left out; so are rolls and flams, which
# are several strokes. So are instruments of fewer than four families: cowbell (three), splash, china, tambourine, agogo, congas.
NO_CLASS = re.compile(r"roll|flink|choke|swish|semi|hat free|pedal|hat.* pd$|bell|-cup|crash/ride|ride-crash|splash|snare 2 |tambourine")

# The first that is found in an instrument's name, in small letters, is its class.
CLASSES = [
    ("side stick", r"^stick|side stick|rim click|- stick"),
    ("clap", r"clap"),
    ("kick", r"kick|bass ?drum"),
    ("snare", r"snare|^redo "),
    ("closed hi-hat", r"closed|hat \d cl$|^side hh"),
    ("open hi-hat", r"open|hat op |hat \d op$|ohh"),
    ("tom", r"\btom|\btomhi"),
    ("ride", r"\bride"),
    ("crash", r"crash"),
]

# Samples that are another thing than the instrument they are given to, or the same recording as a softer layer, only louder.
LEFT_OUT = {
    "audiophob/15590__lewis__sabmute",  # a muted cymbal as ride
    "audiophob/86335__zgump__tom-0105",  # a tom as kick
    "bja-pacific/SN4_02",  # SN4_01 once more: the correlation is 0.998 or more, as it is for the others of this kind
    "bja-pacific/SN_03",  # SN_02
    "bja-pacific/SN_04",
    "black-pearl/PearlKick-Hardest",  # PearlKick-Hard
    "black-pearl/PearlTom1-Hardest",  # PearlTom1-Med
    "colombo/crash16i__ride2",  # a crash cymbal struck like a ride
    "colombo/crash16i__ride_cup4",
    "colombo/hihat-semi-open-2",  # half open, among the closed ones
    "forzee/Ride-0",  # a ride cymbal struck on its edge, which sounds like a crash; its bow stays
    "forzee/Ride-1",
    "forzee/Ride-2",
    "forzee/Stick-0",  # a stick alone; the side stick is called Rim Click here
    "forzee/Stick-1",
    "forzee/Stick-2",
    "forzee/Stick-3",
}


def class_of(name):
    """The class of an instrument's name, or None."""
    name = name.lower()
    if NO_CLASS.search(name):
        return None
    return next((instrument for instrument, pattern in CLASSES if re.search(pattern, name)), None)
