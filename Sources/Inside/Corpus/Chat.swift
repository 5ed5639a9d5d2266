/// Instructions and their answers: what the instructed model is trained on, and no base model is.
package enum Chat {
  package enum Task: String, CaseIterable, Equatable, Sendable {
    case copy, reverse, first, last, count, list, shout
    case who = "who", colour = "colour", place = "where"
    /// A question whose answer the story does not say.
    case refuse
  }

  package static let refusal = " The story does not say."

  /// What the user says as a question, what the model answers as an answer.
  package static func passage(_ task: Task, _ source: inout Source) -> Passage {
    switch task {
    case .copy, .reverse, .first, .last, .count: list(task, &source)
    case .list: belongings(&source)
    case .shout: shout(&source)
    case .who: fact(.holder, &source)
    case .colour: fact(.colour, &source)
    case .place: fact(.place, &source)
    case .refuse: unanswerable(&source)
    }
  }

  private static func made(_ prompt: String, _ answer: String) -> Passage {
    var passage = Passage()
    passage.say(" " + prompt, as: .question)
    passage.say(answer, as: .answer)
    return passage
  }

  private static func list(_ task: Task, _ source: inout Source) -> Passage {
    let words = Sequences.words(&source, 2...5)
    let joined = Sequences.joined(words)
    let wordings: Wordings
    let answer: String
    switch task {
    case .reverse:
      (wordings, answer) = (reverses, " \(Sequences.joined(words.reversed())).")
    case .first: (wordings, answer) = (firsts, " \(words[0]).")
    case .last: (wordings, answer) = (lasts, " \(words[words.count - 1]).")
    case .count: (wordings, answer) = (counts, " \(Lexicon.numbers[words.count - 1]).")
    default: (wordings, answer) = (copies, " \(joined).")
    }
    return made(source.wording(wordings).filled(["W": joined]), answer)
  }

  private static let copies = Wordings(
    ["Copy: {W}.", "Say the same words: {W}.", "Repeat: {W}.", "Please copy the list: {W}."],
    later: [
      "Say this again: {W}.", "Copy the words: {W}.", "Please say the same list again: {W}.",
      "The same again: {W}.", "Write these words: {W}.", "Write the words once more: {W}.",
      "Please write the same words: {W}.", "Repeat the words: {W}.", "Please repeat: {W}.",
      "Write what I say: {W}.", "Say these words: {W}.", "Repeat after me: {W}.",
      "Please write it again: {W}.", "The list is {W}. Write the same.",
      "The words are {W}. Repeat them.", "Again, the same words: {W}.", "Write a copy: {W}.",
    ],
    heldOut: ["Write the same list again: {W}.", "Please repeat these words: {W}."])
  private static let reverses = Wordings(
    [
      "Reverse: {W}.", "Say it backwards: {W}.", "The other way round: {W}.",
      "Please reverse the list: {W}.",
    ],
    later: [
      "Turn the words round: {W}.", "Please say the words backwards: {W}.", "From the end: {W}.",
      "Reverse these words: {W}.", "Write it backwards: {W}.",
      "Please write the words from the end: {W}.", "The list is {W}. Reverse it.",
      "Say the list the other way round: {W}.", "Repeat it backwards: {W}.",
    ],
    heldOut: ["Write the list backwards: {W}.", "Say these words from the end: {W}."])
  private static let firsts = Wordings(
    [
      "Say the first word: {W}.", "What is the first word: {W}?", "The first: {W}.",
      "Name the first word of the list: {W}.",
    ],
    later: [
      "Please name the first word: {W}.", "The list is {W}. What is first?",
      "Tell me the first word of {W}.", "First: {W}.", "Which one comes first: {W}?",
      "Please write the first word: {W}.", "Say which word comes first: {W}.",
      "Say what the first one is: {W}.", "Of these words name the first: {W}.",
    ],
    heldOut: ["Which word is first: {W}?", "Please say the first of these words: {W}."])
  private static let lasts = Wordings(
    [
      "Say the last word: {W}.", "What is the last word: {W}?", "The last: {W}.",
      "Name the last word of the list: {W}.",
    ],
    later: [
      "Please name the last word: {W}.", "The list is {W}. What is last?",
      "Tell me the last word of {W}.", "Last: {W}.", "Which one comes last: {W}?",
      "Please write the last word: {W}.", "Say which word comes last: {W}.",
      "Say what the last one is: {W}.", "Of these words name the last: {W}.",
    ],
    heldOut: ["Which word is last: {W}?", "Please say the last of these words: {W}."])
  private static let counts = Wordings(
    [
      "Count the words: {W}.", "How many words: {W}?", "Say how many words there are: {W}.",
      "Count: {W}.",
    ],
    later: [
      "Please count: {W}.", "Tell me how many words: {W}.", "How long is the list: {W}?",
      "The list is {W}. How many words?", "How many are there: {W}?", "Please count these: {W}.",
      "Count all of the list: {W}.", "How many words has the list: {W}?",
      "Say the number of the words: {W}.", "What is the number of words: {W}?",
      "How many words do you see: {W}?", "Please say how many there are: {W}.",
      "Write how many words there are: {W}.", "Count what I say: {W}.",
      "The words are {W}. Count them.",
    ],
    heldOut: ["How many words are there: {W}?", "Please count the words of the list: {W}."])
  private static let lists = Wordings(
    ["{S} List the things.", "{S} Name all the things.", "{S} List all things of {N}."],
    later: [
      "{S} Please list the things.", "{S} What are all the things?", "{S} Tell me the things.",
      "{S} Say what {N} has.", "{S} Write all the things.", "{S} Please say all things of {N}.",
      "{S} Write what {N} has.",
    ],
    heldOut: ["{S} Write the list of the things.", "{S} Say all the things."])
  private static let shouts = Wordings(
    ["Shout: {W}.", "Say it loud: {W}.", "Shout the word {W}.", "Please shout {W}."],
    later: [
      "Say {W} very loud.", "Please shout the word {W}.", "Loud: {W}.",
      "The word is {W}. Shout it.", "Say the word {W} loud.", "Shout it: {W}.", "Shout this: {W}.",
      "Please say {W} very loud.", "Say this word loud: {W}.", "Shout one word: {W}.",
      "Please shout this: {W}.", "Say it very loud: {W}.", "A word to shout: {W}.",
      "Can you shout {W}?", "Now shout the word: {W}.", "I want to hear the word {W} loud.",
      "Say {W} so that all can hear it.",
    ],
    heldOut: ["Shout this word: {W}.", "Say the word {W} very loud."])

  private static func belongings(_ source: inout Source) -> Passage {
    let (name, things, story) = Sequences.owner(&source)
    return made(
      source.wording(lists).filled(["S": story, "N": name]), " \(Sequences.joined(things)).")
  }

  private static func shout(_ source: inout Source) -> Passage {
    let word = source.pick(Lexicon.common)
    return made(source.wording(shouts).filled(["W": word]), " \(word.uppercased())!")
  }

  private static func fact(_ relation: Fact.Relation, _ source: inout Source) -> Passage {
    let story = story(asking: relation, &source)
    let fact = story.facts[story.asked]
    return made(question(of: fact, after: story, &source), fact.answer)
  }

  /// Of something that the story has not, or of which it says something else.
  private static func unanswerable(_ source: inout Source) -> Passage {
    let (story, fact) = unknown(&source)
    return made(question(of: fact, after: story, &source), refusal)
  }

  /// Two to four facts, of one relation or of several, one of which is of this.
  private static func story(asking relation: Fact.Relation, _ source: inout Source) -> FactStory {
    let isMixed = source.chance(0.3)
    return FactStory(
      isMixed ? nil : relation, count: source.int(2...4), &source, asking: relation)
  }

  /// The story, and then what a user asks.
  private static func question(
    of fact: Fact, after story: FactStory, _ source: inout Source
  ) -> String {
    let told = story.told(&source).text
    return "\(told) \(source.wording(fact.questions).filled(fact.words))"
  }

  /// A story, and a fact that it does not tell; the value is one that it has, which a model might take.
  private static func unknown(_ source: inout Source) -> (FactStory, Fact) {
    let relation = source.pick(Fact.Relation.allCases)
    let story = story(asking: relation, &source)
    let used = story.facts.flatMap { [$0.subject, $0.value] }
    let subjects = relation == .place ? Lexicon.names + Lexicon.animals : Lexicon.things
    let subject = source.pick(subjects.filter { !used.contains($0) })
    let values = story.facts.filter { $0.relation == relation }.map(\.value)
    return (story, Fact(relation: relation, subject: subject, value: source.pick(values)))
  }

  /// One question with two answers: the one that is preferred, which is short and true to the story, and
  /// another that a model might give.
  package struct Choice: Sendable {
    package let better: Passage
    package let worse: Passage
  }

  package static func choice(isUnanswerable: Bool, _ source: inout Source) -> Choice {
    if isUnanswerable {
      let (story, fact) = unknown(&source)
      let prompt = question(of: fact, after: story, &source)
      return Choice(better: made(prompt, refusal), worse: made(prompt, fact.answer))
    }
    let relation = source.pick(Fact.Relation.allCases)
    let story = story(asking: relation, &source)
    let fact = story.facts[story.asked]
    let prompt = question(of: fact, after: story, &source)
    let others = story.facts.filter { $0.relation == relation && $0 != fact }
    let wrong = others.isEmpty || source.chance(0.6) ? refusal : source.pick(others).answer
    return Choice(better: made(prompt, fact.answer), worse: made(prompt, wrong))
  }
}
