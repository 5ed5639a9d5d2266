/// Notes in someone else's manner, of which questions of several kinds are made.
enum GardeningNotes {
  /// - Parameter answer: what a card in them says that worms make of leaves.
  static func text(worms answer: String = "Crumbs that hold water well") -> String {
    """
    # Gardening by the river

    ## Soil

    Loam is a mixture of sand, silt and clay that holds water and lets roots breathe. Ground that was fed
    with rotten leaves is called *humus*. Gardeners speak of cation exchange capacity (CEC).

    Sowing takes these steps:

    1. **Dig:** Turn the topmost layer over with a spade in spring.
    2. **Rake:** Draw the crumbs level until no clod is left there.
    3. **Sow:** Lay each seed twice as deep as it is thick.
    4. **Water:** Wet the bed with a fine rose, never with a jet.

    ### Why does mulch help?

    A layer of straw keeps the ground dark and damp, so that fewer weeds come up and less has to be watered.

    What do worms make of leaves?::\(answer)
    The ==compost== has to stay damp and warm to rot.
    """
  }
}
