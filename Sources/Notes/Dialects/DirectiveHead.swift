/// What is known of the directive that was opened last, from its head; nothing of it outlives its end.
struct DirectiveHead {
  /// Whether the lines at the head of a directive, `:class: x`, are still to come.
  var takesOptions = false
  /// Whether they are those of a table, which says in them where its head is.
  var isTable = false
  /// Whether they are those of a formula, or of a figure, which say in them what it is named.
  var isMaths = false
  var isFigure = false
  /// Where the number and the caption of a figure go: behind its picture.
  var figureSlot: Int?
  /// The number that a figure's name gives it, until it was put there.
  var figureNumber: [UInt8] = []
  /// Whether it is a figure without a picture of its own, which stands around others.
  var holdsFigures = false
  /// The head of a card, which its options fill.
  var card: CardHead?
  /// Where the number of a theorem or exercise goes, and its kind where nothing says that yet.
  var kindEnd: Int?
  var untitledKind: String?
  /// How many lines of its caption came.
  var captionLines = 0
  /// Whether they may stand between two lines of `---`, the first of which comes next; whether they do.
  var mayBeYAML = false
  var isInYAML = false
  /// Where the fence of a cell begins, which its options may take away or fold.
  var cell: Int?
  /// Whether the tags of a cell come next, each on a line of its own.
  var takesTags = false
  /// Whether a cell is folded.
  var foldsCode = false
  /// Whether it is indented, as in an item of a list, where no box stands around it.
  var isInItem = false
  /// Whether the lines of a cell are not shown.
  var hidesCode = false
  /// Where the text of a picture goes that stands in its options.
  var alternativeSlot: Int?
  /// Where the name of code goes that its options may say.
  var captionSlot: Int?
  /// Where the number of code goes, in its name; and that number, until it was put there.
  var listingSlot: Int?
  var listingNumber: [UInt8] = []
  /// Where a table's number goes, and whether words are said behind it.
  var tableSlot: Int?
  var isTitledTable = false
  /// Where the sign of a fold goes that a box may have in its options.
  var foldSlot: Int?
  /// Where the kind of a box stands that its options may say.
  var kindSlot: Range<Int>?
  /// Where the title goes that a box may have as its first heading.
  var titleSlot: Int?
}
