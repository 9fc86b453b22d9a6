"""What a program cannot tell about the stamps: which to leave out, what some are called, which are drawings, which show the same thing.

Every entry was decided by looking at the picture beside its caption.
"""
import re

# Letters, digits, operators, notes, coins, chess pieces: their captions explain a sign or name its value, they do not describe a picture.
LEFT_OUT_FOLDER = "symbols"

# The caption does not say what the picture shows, so neither does what is spoken.
LEFT_OUT = {
    "military/final-roll-call",  # "We remember those who have died."
    "military/vehicles/bradley",  # a sentence about getting to battle
    "military/vehicles/infantry-stryker",  # a sentence about surprising the enemy
    "military/vehicles/ww2_german_gun",  # "This gun last saw service ...", and it shows a tank
    "naturalforces/explosion",  # "Boom!!!"
    "plants/trees/rambutan",  # "An alien tree!"
    "seasonal/hanukkah/dreydl-gimmel",  # the rules of a game; the five dreidels differ in one letter
    "seasonal/hanukkah/dreydl-hay",
    "seasonal/hanukkah/dreydl-nun",
    "seasonal/hanukkah/dreydl-shin",
    "sports/cartoon/football_helmet_front",  # "Because a brain is a terrible thing to waste"
    "sports/cartoon/football_helmet_side",
    "vehicles/emergency/sedan_police",  # emblems without the car
    "vehicles/flight/planes/cartoon/plane",  # "Tux Airways."
}

# The sound of the fire truck is under Creative Commons Sampling Plus 1.0, which is not free (upstream's changelog says so, too).
EFFECTS_LEFT_OUT = {"vehicles/emergency/firetruck"}

# Names of stamps whose caption is a sentence, or says more than what there is to see.
NAMES = {
    "animals/birds/cartoon/penguin_with_spider": "penguin and spider",
    "animals/birds/cartoon/pengwin": "penguin",
    "animals/birds/cartoon/tux": "penguin",
    "animals/fish/bluegroper": "blue groper",
    "animals/insects/cartoon/wings": "wings",
    "animals/insects/hoverfly": "hoverfly",
    "animals/mammals/hippopotamus": "hippopotamus",
    "animals/mammals/bears/european-bear": "European bear",
    "animals/mammals/bears/toys/edward_bear": "teddy bear",
    "animals/mammals/bovines/mountaingoat": "mountain goat",
    "animals/mammals/bovines/sheep_lamb": "lamb",
    "clothes/hats/mortarboard": "university hat",
    "food/bread": "bread",
    "food/cheese": "cheese",
    "food/loaf_of_bread": "sliced bread",
    "food/spices/ginger": "ginger root",
    "food/vegetables/broccoli": "broccoli",
    "food/vegetables/tomato": "ripe red tomato",
    "household/clothes_iron": "iron",
    "household/electronics/compact_disc": "compact disc",
    "household/electronics/inkjet_printer": "inkjet printer",
    "household/electronics/laser_printer": "laser printer",
    "household/globe": "globe",
    "household/recyclingbox": "full recycling box",
    "household/recyclingbox2": "recycling box",
    "household/toilet": "toilet",
    "medical/digitalthermometer": "digital thermometer",
    "medical/stethoscope": "stethoscope",
    "military/ammunition/old_naval_shell": "shell",
    "people/toys/grannysmith": "old rag doll",
    "plants/flowers/adeenia": "desert rose",
    "plants/flowers/appooppanthady": "milkweed",
    "plants/mushrooms/cep-2": "cep",
    "plants/trees/holly_leaves": "holly leaves",
    "seasonal/christmas/Candy_cane_photo_1": "candy cane",
    "seasonal/christmas/Candy_cane_photo_2": "candy cane",
    "seasonal/christmas/Christmas_pudding": "Christmas pudding",
    "seasonal/christmas/German_Christmas_toy": "wooden toy",
    "seasonal/christmas/Mince_Pie": "mince pie",
    "seasonal/christmas/Roast_turkey": "roast turkey",
    "seasonal/christmas/Santa": "Santa Claus",
    "seasonal/clover": "four leaf clover",
    "seasonal/easter/wrapped_chocolate_easter_egg": "chocolate Easter egg",
    "seasonal/easter/wrapped_chocolate_easter_egg_2": "chocolate Easter egg",
    "seasonal/halloween/grave-h": "tombstone",
    "seasonal/hanukkah/menorah": "menorah",
    "seasonal/leafrake": "rake",
    "seasonal/shamrock": "shamrock",
    "space/moon/moon_crescent": "crescent moon",
    "space/planets/0_sun": "sun",
    "space/planets/1_mercury": "Mercury",
    "space/planets/2_venus": "Venus",
    "space/planets/4_mars": "Mars",
    "space/planets/5_jupiter": "Jupiter",
    "space/planets/6_saturn": "Saturn",
    "space/planets/7_uranus": "Uranus",
    "space/planets/8_neptune": "Neptune",
    "space/planets/9_pluto": "Pluto",
    "space/spacewalk": "astronaut",
    "sports/australian_rules_football": "Australian football",
    "town/cartoon/docks": "docks",
    "town/cartoon/fountain": "fountain",
    "town/houses/cartoon/cave_entrance": "cave",
    "town/monuments/cartoon/eiffel_tower": "Eiffel tower",
    "town/roadsigns/arrow": "arrow sign",
    "town/roadsigns/blankroadsign": "empty road sign",
    "town/roadsigns/crossroads": "crossroads sign",
    "town/roadsigns/dead_end_sign": "dead end sign",
    "town/roadsigns/give_way_sign": "give way sign",
    "town/roadsigns/hospital": "hospital sign",
    "town/roadsigns/no_entry_sign": "no entry sign",
    "town/roadsigns/no_uturn": "no U-turn sign",
    "town/roadsigns/roundabout": "roundabout sign",
    "town/roadsigns/school_sign": "school sign",
    "town/roadsigns/stop": "stop sign",
    "town/roadsigns/stoplight_01_red": "red light",
    "town/roadsigns/stoplight_02_yellow": "yellow light",
    "town/roadsigns/stoplight_03_green": "green light",
    "town/roadsigns/t-junction": "T-intersection sign",
    "town/roadsigns/toilets": "toilets sign",
    "town/roadsigns/xing_ped": "pedestrian crossing sign",
    "town/roadsigns/xing_school": "school crossing sign",
    "town/roadsigns/yield": "yield sign",
    "vehicles/farming/cartoon/tux_tractor": "penguin in a tractor",
    "vehicles/flight/cartoon/eddieCopter": "helicopter",
    "vehicles/locomotive/cartoon/boxcar": "boxcar",
    "vehicles/locomotive/cartoon/tanker": "tanker",
    "vehicles/locomotive/cartoon/tender": "tender",
    "vehicles/ship/cartoon/bathyscape": "deep sea research vessel",
}

# Folders, or single stamps, of bitmaps that are drawings. All SVG files and all folders called "cartoon" or "plastic" are, too.
DRAWN = (
    "animals/insects/bee",
    "animals/insects/fly",
    "animals/mammals/hedgehog",
    "clothes/button",
    "clothes/hats/",
    "clothes/t_",
    "food/pizza",
    "household/arttools/highlighter",
    "medical/tooth",
    "people/body_parts/eye",
    "plants/trees/holly_leaves",
    "seasonal/candle",
    "seasonal/easter/",
    "seasonal/halloween/bat_left",
    "seasonal/halloween/blackcat",
    "seasonal/halloween/ghost",
    "seasonal/halloween/jackolantern_mean",
    "seasonal/halloween/skull",
    "seasonal/halloween/spider",
    "seasonal/hanukkah/",
    "seasonal/newyears/",
    "space/planets/0_sun",
    "town/flags/",
    "town/monuments/inukshuk-outline",
    "town/roadsigns/arrow",
    "town/roadsigns/crossroads",
    "town/roadsigns/give_way_sign",
    "town/roadsigns/hospital",
    "town/roadsigns/roundabout",
    "town/roadsigns/stop",
    "town/roadsigns/t-junction",
    "town/roadsigns/toilets",
    "town/roadsigns/xing_",
    "town/roadsigns/yield",
    "vehicles/7spoke256",
    "vehicles/auto/sportscar2",
)

# In seasonal/christmas most are drawings: these are the photographs.
CHRISTMAS = "seasonal/christmas/"
CHRISTMAS_PHOTOGRAPHS = {"Candy_cane_photo_1", "Candy_cane_photo_2", "Christmas_Tree_photo", "Christmas_pudding", "German_Christmas_toy",
                         "Mince_Pie", "Roast_turkey"}

# What a name is about, where its last word does not say it: names that mean the same or look the same belong to one concept.
CONCEPTS = {
    "chicken": ["hen", "rooster", "chick"],
    "duck": ["drake"],
    "goose": ["gander"],
    "rabbit": ["bunny"],
    "gull": ["seagull", "Gull"],
    "parrot": ["Rosella", "lorikeet"],
    "peafowl": ["peahen", "peacock"],
    "ostrich": ["rhea"],
    "sheep": ["ram", "lamb"],
    "cow": ["bull"],
    "deer": ["doe", "caribou", "wapiti", "reindeer"],
    "wild boar": ["wild boars"],
    "butterfly": ["xanthia"],
    "camel": ["dromedary"],
    "teddy bear": ["teddy bear"],
    "Santa Claus": ["Santa Claus"],
    "motorbike": ["motor bike"],
    "cat": ["kitten"],
    "sea lion": ["sea lion"],
    "ape": ["chimpanzee", "gorilla"],
    "dog": ["dingo"],
    "fly": ["hoverfly"],
    "whale": ["orca"],
    "computer mouse": ["computer mouse"],
    "mushroom": ["cep", "toadstool"],
    "clover": ["shamrock"],
    "hibiscus": ["hibiscus flower"],
    "desert rose": ["desert rose"],
    "anemone": ["anemone flower"],
    "pigface": ["pigface flower"],
    "lavender": ["common lavender"],
    "thyme": ["thyme plant"],
    "flower": ["flowers"],
    "cherry": ["cherries"],
    "grape": ["grapes"],
    "garlic": ["garlic bulb"],
    "lemon": ["lemon slice"],
    "avocado": ["avocado fruit"],
    "cherimoya": ["cherimoya fruit"],
    "ginger": ["ginger root"],
    "pumpkin": ["Jack-o’-lantern"],
    "apple": ["apple core"],
    "cake": ["cupcake"],
    "cup": ["mug"],
    "bin": ["garbage can", "recycling box"],
    "hammer": ["mallet"],
    "microwave": ["microwave oven"],
    "laptop": ["laptop computer"],
    "drum": ["drum kit"],
    "hat": ["fedora", "sombrero", "cap"],
    "pants": ["jeans"],
    "glasses": ["sunglasses"],
    "bow": ["bow tie"],
    "mailbox": ["post box"],
    "house": ["houses", "cottage", "igloo"],
    "tent": ["tepee"],
    "castle": ["fort", "fortress"],
    "traffic light": ["red light", "yellow light", "green light"],
    "grave": ["gravestone", "headstone", "tombstone", "grave marker", "cemetery marker", "monument stone", "graveyard"],
    "Christmas light": ["Christmas light"],
    "penguin": ["penguin and spider"],
    "hair": ["pig tails"],
    "wheel": ["tire"],
    "car": ["Beetle"],
    "airplane": ["Raptor"],
    "boat": ["sailboat", "tugboat", "sailing ship"],
    "truck": ["dumper"],
    "bicycle": ["tricycle"],
    "submarine": ["research vessel"],
    "probe": ["satellite"],
    "lunar lander": ["lander module"],
    "toy": ["rag doll"],
}

CONCEPT_OF = {ending: concept for concept, endings in CONCEPTS.items() for ending in endings}

# "a pair of scissors" is about scissors, "a glass of water" about a glass.
QUANTITIES = "pair|bunch|cluster|string|head|couple|quarter|plant|baby"


def name_of(stamp, caption):
    """The noun phrase at the beginning of a caption, without its article: "A brown hen." is a brown hen."""
    if stamp in NAMES:
        return NAMES[stamp]
    phrase = re.split(r"[.!;:—(,]", caption)[0].replace("“", "").replace("”", "").replace("’s", "'s").strip()
    article = re.match(r"(A|An|The|Our|Some|Two) (.+)", phrase)
    # Behind an article a capital letter belongs to the word, else to the beginning of the sentence.
    return article[2] if article else phrase[0].lower() + phrase[1:]


def concept_of(name):
    """What a name is about: the last word of its first part, or the concept that CONCEPTS gives to its last words."""
    if name in CONCEPT_OF:
        return CONCEPT_OF[name]
    core = re.sub(rf"^({QUANTITIES}) of (a )?", "", name)
    core = re.split(r" (?:of|with|in|on|at|for|as|to|from|inside|covered|hatched|playing|dancing) ", core)[0]
    words = core.split()
    for ending in (" ".join(words[-2:]), words[-1]):
        if ending in CONCEPT_OF:
            return CONCEPT_OF[ending]
    return words[-1]


def is_drawing(stamp, ending):
    folder, name = stamp.rsplit("/", 1)
    if ending == ".svg" or re.search(r"/(cartoon|plastic)(/|$)", folder):
        return True
    if stamp.startswith(CHRISTMAS):
        return name not in CHRISTMAS_PHOTOGRAPHS
    return stamp.startswith(DRAWN)
