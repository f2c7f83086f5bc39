//! The two word lists of callsigns: neutral, short, easily spelt on the telephone.

/// How it is.
pub const FIRST: &str = "\
    able agile airy amber ample apricot aqua autumn awake azure balmy beaming beige bold bouncy \
    brave breezy bright brisk bronze bubbly busy calm candid careful cerulean cheerful chilly \
    cinnamon civil clear clever cloudy coastal cobalt cool copper coral cosy courteous creamy \
    crimson crisp curious curly cyan daily dainty dappled daring decent deep dewy diligent \
    dreamy dusky dusty eager earnest earthy easy elegant emerald even evening exact fair \
    faithful famous fancy fast feathered fern festive fine first flaxen fleet floral flowing \
    fluent fluffy fond frank fresh friendly frosty full funny gallant garnet gentle genuine \
    gifted ginger glad glassy gleaming glossy good graceful grand granite grassy grateful great \
    green grey handy happy hardy hazel hearty helpful hilly honest honey humble icy ideal inland \
    jade jaunty jolly jovial joyful keen kind large lasting lavender leafy level light lilac \
    limber little lively lofty long loyal lucid lucky lunar magenta marble marine maroon mauve \
    meadow mellow merry metallic mighty mild mindful minty misty mobile modern modest mossy \
    moving muted narrow neat nimble northern novel oaken ochre open orchid orderly outer oval \
    patient peaceful peach pearly pebbled perky pine placid plain playful pleasant pleased plum \
    plush polar polite proper proud prudent purple quaint quick quiet rainy rapid rare ready \
    regular restful rippled rising robust rolling rosy round ruby russet rustic sage salmon \
    sandy sapphire scarlet sensible serene shady shiny silent silken silver simple sincere sleek \
    sleepy small smart smiling smooth snowy social soft solar solid southern sparkling speedy \
    spiral spotted sprightly spring square stable starlit steady still stout striped strong \
    sturdy subtle summer sunlit sunny tall tawny teal tender thankful thoughtful tidal tidy \
    timber timely tiny topaz tranquil trim true trusty turquoise twin umber upbeat upper urban \
    useful valid vast velvet verdant vernal vibrant violet vivid warm wavy wide willing windy \
    winged winter wise witty wooden woolly worthy young zesty";

/// What it is.
pub const SECOND: &str = "\
    acorn alder almond aloe alpaca anchor anemone antelope apple artichoke ash aspen aster \
    avocado badger bagel balcony ballad bamboo banjo barley barrel basil basket bay beacon \
    beaver beech beetroot bench berry birch biscuit bison blanket blossom bluebell boat bongo \
    book bookcase bracken bramble branch bread breeze brick bridge broccoli brook broom brush \
    bucket bush button cabbage cabin cactus canal canary candle canoe canvas canyon caper \
    caravan carrot catkin celery cello chair chalk cherry chess chime chipmunk chive cinema \
    clarinet cliff clock cloud clover cod comet compass corn cornflower cottage cove cranberry \
    crocus cup curlew curtain cushion cymbal daffodil dahlia daisy dell dolphin door dory drum \
    duckling dune easel echo eider elk elm ember feather fennel ferret ferry fiddle field fig \
    finch fir fjord flamingo flute forest fountain foxglove garden garlic gate gazelle gecko \
    geranium geyser gibbon giraffe glen glove goose gorse gosling grape grove guitar hammock \
    hamster harbour hare harp hawthorn heath heather hedge hedgehog heron hill holly hoopoe \
    horizon hyacinth ibis iguana inlet iris island ivy jackdaw jar jasmine jay jetty juniper \
    kettle kingfisher kitten koala ladder ladle lagoon lake lamp lantern larch lark laurel lemon \
    lemur lentil lettuce library lighthouse lime linden linen linnet llama locket loom lupin \
    lute lynx magnolia magpie mallard mallow mandolin mango maple marigold marmot marsh marten \
    melon mill mimosa mint mirror mitten moor moss mountain mulberry myrtle nectarine nest newt \
    notebook nutmeg oak oasis oat oboe ocean octave opal orchard oregano oriole osprey otter owl \
    oyster paddle panda pansy papaya paper parsley parsnip pasture path peanut pear pebble \
    pelican pen pencil penguin peony pepper petal petunia pheasant piano pier pigeon pillow \
    planet plover poem pond pony poplar poppy porch porcupine porridge potato prairie primrose \
    puffin pumpkin quail quartz quill quilt quince raccoon radish rainbow raspberry reed reef \
    reindeer rhubarb ribbon ridge river robin rosemary rowan rudder saddle sail salad salamander \
    sandal sapling saucer saxophone scarf seagull seahorse seed shell shore shrimp shrub skylark \
    snowdrop sofa song sorrel sparrow spinach sponge spoon spruce squirrel starling statue stone \
    stork strawberry stream sunflower swallow swan sycamore table tangerine tapir teacup teapot \
    tern terrace thicket thimble thrush thyme ticket toffee tomato toucan trail tram trout \
    trumpet tulip tuna tunnel turnip turtle umbrella valley vanilla vase veranda verbena viola \
    violin vole waffle wagon wagtail walnut walrus warbler waterfall whale wheat wheel willow \
    window wombat woodland woodpecker wren yacht yarrow yew zebra zinnia zither";
