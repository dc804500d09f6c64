"""Element names in everyday words, ours, for sentences: "listening", "giving advice"."""

from __future__ import annotations

from counselor_app.language import _, pgettext

SKILLS = {
    "Reading Comprehension": pgettext("skill", "reading"),
    "Active Listening": pgettext("skill", "listening"),
    "Writing": pgettext("skill", "writing"),
    "Speaking": pgettext("skill", "speaking"),
    "Mathematics": pgettext("skill", "math"),
    "Science": pgettext("skill", "science"),
    "Critical Thinking": pgettext("skill", "weighing ideas"),
    "Active Learning": pgettext("skill", "learning quickly"),
    "Learning Strategies": pgettext("skill", "knowing how people learn"),
    "Monitoring": pgettext("skill", "checking how things go"),
    "Social Perceptiveness": pgettext("skill", "noticing how people feel"),
    "Coordination": pgettext("skill", "working in step with others"),
    "Persuasion": pgettext("skill", "winning people over"),
    "Negotiation": pgettext("skill", "bringing people together"),
    "Instructing": pgettext("skill", "teaching"),
    "Service Orientation": pgettext("skill", "being of service"),
    "Complex Problem Solving": pgettext("skill", "solving hard problems"),
    "Operations Analysis": pgettext("skill", "working out what is needed"),
    "Technology Design": pgettext("skill", "designing technology"),
    "Equipment Selection": pgettext("skill", "choosing equipment"),
    "Installation": pgettext("skill", "installing equipment"),
    "Programming": pgettext("skill", "programming"),
    "Operations Monitoring": pgettext("skill", "watching gauges and machines"),
    "Operation and Control": pgettext("skill", "running machines"),
    "Equipment Maintenance": pgettext("skill", "looking after equipment"),
    "Troubleshooting": pgettext("skill", "finding faults"),
    "Repairing": pgettext("skill", "repairing"),
    "Quality Control Analysis": pgettext("skill", "testing quality"),
    "Judgment and Decision Making": pgettext("skill", "judging and deciding"),
    "Systems Analysis": pgettext("skill", "seeing how systems work"),
    "Systems Evaluation": pgettext("skill", "measuring how systems do"),
    "Time Management": pgettext("skill", "managing time"),
    "Management of Financial Resources": pgettext("skill", "managing money"),
    "Management of Material Resources": pgettext("skill", "managing materials"),
    "Management of Personnel Resources": pgettext("skill", "managing people"),
}

KNOWLEDGE = {
    "Administration and Management": pgettext("knowledge", "management"),
    "Administrative": pgettext("knowledge", "office work"),
    "Economics and Accounting": pgettext("knowledge", "money and accounts"),
    "Sales and Marketing": pgettext("knowledge", "selling"),
    "Customer and Personal Service": pgettext("knowledge", "customer service"),
    "Personnel and Human Resources": pgettext("knowledge", "hiring and staff"),
    "Production and Processing": pgettext("knowledge", "how goods are made"),
    "Food Production": pgettext("knowledge", "growing food"),
    "Computers and Electronics": pgettext("knowledge", "computers"),
    "Engineering and Technology": pgettext("knowledge", "engineering"),
    "Design": pgettext("knowledge", "design"),
    "Building and Construction": pgettext("knowledge", "building"),
    "Mechanical": pgettext("knowledge", "machines and tools"),
    "Mathematics": pgettext("knowledge", "math"),
    "Physics": pgettext("knowledge", "physics"),
    "Chemistry": pgettext("knowledge", "chemistry"),
    "Biology": pgettext("knowledge", "biology"),
    "Psychology": pgettext("knowledge", "psychology"),
    "Sociology and Anthropology": pgettext("knowledge", "people and cultures"),
    "Geography": pgettext("knowledge", "geography"),
    "Medicine and Dentistry": pgettext("knowledge", "medicine"),
    "Therapy and Counseling": pgettext("knowledge", "therapy and counseling"),
    "Education and Training": pgettext("knowledge", "teaching and training"),
    "English Language": pgettext("knowledge", "clear English"),
    "Foreign Language": pgettext("knowledge", "another language"),
    "Fine Arts": pgettext("knowledge", "the arts"),
    "History and Archeology": pgettext("knowledge", "history"),
    "Philosophy and Theology": pgettext("knowledge", "philosophy and religion"),
    "Public Safety and Security": pgettext("knowledge", "safety and security"),
    "Law and Government": pgettext("knowledge", "law and government"),
    "Telecommunications": pgettext("knowledge", "telecommunications"),
    "Communications and Media": pgettext("knowledge", "media"),
    "Transportation": pgettext("knowledge", "transportation"),
}

ACTIVITIES = {
    "Getting Information": pgettext("activity", "finding things out"),
    "Monitoring Processes, Materials, or Surroundings": pgettext(
        "activity", "keeping watch over what goes on"
    ),
    "Identifying Objects, Actions, and Events": pgettext(
        "activity", "recognizing what they see and hear"
    ),
    "Inspecting Equipment, Structures, or Materials": pgettext(
        "activity", "inspecting equipment and materials"
    ),
    "Estimating the Quantifiable Characteristics of Products, Events, or Information": (
        pgettext("activity", "estimating sizes, costs and amounts")
    ),
    "Judging the Qualities of Objects, Services, or People": pgettext(
        "activity", "judging quality"
    ),
    "Processing Information": pgettext("activity", "sorting and checking information"),
    "Evaluating Information to Determine Compliance with Standards": (
        pgettext("activity", "checking that rules are met")
    ),
    "Analyzing Data or Information": pgettext("activity", "making sense of data"),
    "Making Decisions and Solving Problems": pgettext(
        "activity", "making decisions and solving problems"
    ),
    "Thinking Creatively": pgettext("activity", "coming up with new ideas"),
    "Updating and Using Relevant Knowledge": pgettext(
        "activity", "keeping their knowledge up to date"
    ),
    "Developing Objectives and Strategies": pgettext("activity", "setting goals and plans"),
    "Scheduling Work and Activities": pgettext("activity", "making schedules"),
    "Organizing, Planning, and Prioritizing Work": pgettext("activity", "planning their work"),
    "Performing General Physical Activities": pgettext("activity", "staying physically active"),
    "Handling and Moving Objects": pgettext("activity", "handling and moving things"),
    "Controlling Machines and Processes": pgettext("activity", "controlling machines"),
    "Operating Vehicles, Mechanized Devices, or Equipment": pgettext(
        "activity", "driving vehicles or equipment"
    ),
    "Working with Computers": pgettext("activity", "working on computers"),
    "Drafting, Laying Out, and Specifying Technical Devices, Parts, and Equipment": (
        pgettext("activity", "drawing technical plans")
    ),
    "Repairing and Maintaining Mechanical Equipment": pgettext("activity", "repairing machines"),
    "Repairing and Maintaining Electronic Equipment": pgettext("activity", "repairing electronics"),
    "Documenting/Recording Information": pgettext("activity", "keeping records"),
    "Interpreting the Meaning of Information for Others": pgettext(
        "activity", "explaining what information means"
    ),
    "Communicating with Supervisors, Peers, or Subordinates": pgettext(
        "activity", "talking with coworkers"
    ),
    "Communicating with People Outside the Organization": pgettext(
        "activity", "dealing with people from outside"
    ),
    "Establishing and Maintaining Interpersonal Relationships": pgettext(
        "activity", "building good relationships"
    ),
    "Assisting and Caring for Others": pgettext("activity", "helping and caring for people"),
    "Selling or Influencing Others": pgettext("activity", "selling or persuading"),
    "Resolving Conflicts and Negotiating with Others": pgettext("activity", "settling disputes"),
    "Performing for or Working Directly with the Public": pgettext(
        "activity", "serving the public"
    ),
    "Coordinating the Work and Activities of Others": pgettext(
        "activity", "coordinating other people's work"
    ),
    "Developing and Building Teams": pgettext("activity", "building teams"),
    "Training and Teaching Others": pgettext("activity", "training and teaching"),
    "Guiding, Directing, and Motivating Subordinates": pgettext("activity", "leading a staff"),
    "Coaching and Developing Others": pgettext("activity", "coaching others"),
    "Providing Consultation and Advice to Others": pgettext("activity", "giving advice"),
    "Performing Administrative Activities": pgettext("activity", "paperwork"),
    "Staffing Organizational Units": pgettext("activity", "hiring staff"),
    "Monitoring and Controlling Resources": pgettext(
        "activity", "looking after budgets and supplies"
    ),
}

STYLES = {
    "Innovation": pgettext("style of working", "inventive"),
    "Achievement Orientation": pgettext("style of working", "keen to achieve"),
    "Intellectual Curiosity": pgettext("style of working", "curious"),
    "Tolerance for Ambiguity": pgettext("style of working", "at ease with uncertainty"),
    "Initiative": pgettext("style of working", "ready to take the lead"),
    "Adaptability": pgettext("style of working", "adaptable"),
    "Self-Confidence": pgettext("style of working", "confident"),
    "Perseverance": pgettext("style of working", "persistent"),
    "Leadership Orientation": pgettext("style of working", "keen to lead"),
    "Humility": pgettext("style of working", "modest"),
    "Sincerity": pgettext("style of working", "sincere"),
    "Empathy": pgettext("style of working", "understanding"),
    "Cooperation": pgettext("style of working", "cooperative"),
    "Optimism": pgettext("style of working", "hopeful"),
    "Social Orientation": pgettext("style of working", "sociable"),
    "Cautiousness": pgettext("style of working", "careful"),
    "Attention to Detail": pgettext("style of working", "exact"),
    "Dependability": pgettext("style of working", "dependable"),
    "Integrity": pgettext("style of working", "honest"),
    "Stress Tolerance": pgettext("style of working", "steady under stress"),
    "Self-Control": pgettext("style of working", "calm"),
}

ABILITIES = {
    "Oral Comprehension": pgettext("ability", "understanding speech"),
    "Written Comprehension": pgettext("ability", "understanding text"),
    "Oral Expression": pgettext("ability", "explaining out loud"),
    "Written Expression": pgettext("ability", "explaining in writing"),
    "Fluency of Ideas": pgettext("ability", "having many ideas"),
    "Originality": pgettext("ability", "original ideas"),
    "Problem Sensitivity": pgettext("ability", "seeing trouble coming"),
    "Deductive Reasoning": pgettext("ability", "applying rules"),
    "Inductive Reasoning": pgettext("ability", "spotting patterns"),
    "Information Ordering": pgettext("ability", "putting things in order"),
    "Category Flexibility": pgettext("ability", "grouping things in new ways"),
    "Mathematical Reasoning": pgettext("ability", "thinking in numbers"),
    "Number Facility": pgettext("ability", "quick arithmetic"),
    "Memorization": pgettext("ability", "remembering"),
    "Speed of Closure": pgettext("ability", "making quick sense of things"),
    "Flexibility of Closure": pgettext("ability", "finding a pattern among others"),
    "Perceptual Speed": pgettext("ability", "comparing at a glance"),
    "Spatial Orientation": pgettext("ability", "knowing where they are"),
    "Visualization": pgettext("ability", "picturing how things will look"),
    "Selective Attention": pgettext("ability", "staying focused"),
    "Time Sharing": pgettext("ability", "following several things at once"),
    "Arm-Hand Steadiness": pgettext("ability", "steady hands"),
    "Manual Dexterity": pgettext("ability", "quick hands"),
    "Finger Dexterity": pgettext("ability", "nimble fingers"),
    "Control Precision": pgettext("ability", "exact control of machines"),
    "Multilimb Coordination": pgettext("ability", "using arms and legs together"),
    "Response Orientation": pgettext("ability", "choosing the right move fast"),
    "Rate Control": pgettext("ability", "timing movements"),
    "Reaction Time": pgettext("ability", "reacting fast"),
    "Wrist-Finger Speed": pgettext("ability", "fast fingers"),
    "Speed of Limb Movement": pgettext("ability", "fast arms and legs"),
    "Static Strength": pgettext("ability", "lifting strength"),
    "Explosive Strength": pgettext("ability", "bursts of strength"),
    "Dynamic Strength": pgettext("ability", "lasting muscle strength"),
    "Trunk Strength": pgettext("ability", "a strong back"),
    "Stamina": pgettext("ability", "stamina"),
    "Extent Flexibility": pgettext("ability", "bending and reaching"),
    "Dynamic Flexibility": pgettext("ability", "bending again and again"),
    "Gross Body Coordination": pgettext("ability", "whole-body coordination"),
    "Gross Body Equilibrium": pgettext("ability", "balance"),
    "Near Vision": pgettext("ability", "seeing close up"),
    "Far Vision": pgettext("ability", "seeing far off"),
    "Visual Color Discrimination": pgettext("ability", "telling colors apart"),
    "Night Vision": pgettext("ability", "seeing in the dark"),
    "Peripheral Vision": pgettext("ability", "seeing to the side"),
    "Depth Perception": pgettext("ability", "judging distance"),
    "Glare Sensitivity": pgettext("ability", "seeing in glare"),
    "Hearing Sensitivity": pgettext("ability", "hearing fine differences"),
    "Auditory Attention": pgettext("ability", "picking out one sound"),
    "Sound Localization": pgettext("ability", "hearing where sounds come from"),
    "Speech Recognition": pgettext("ability", "following speech"),
    "Speech Clarity": pgettext("ability", "speaking clearly"),
}

INTEREST_WORDS = {
    "R": pgettext("interest of a person", "hands-on"),
    "I": pgettext("interest of a person", "curious"),
    "A": pgettext("interest of a person", "creative"),
    "S": pgettext("interest of a person", "helpful"),
    "E": pgettext("interest of a person", "persuasive"),
    "C": pgettext("interest of a person", "orderly"),
}

INTEREST_LIKES = {
    "R": _("like working with their hands"),
    "I": _("like to ask why"),
    "A": _("like to make things their own way"),
    "S": _("like to help or teach"),
    "E": _("like to lead and persuade"),
    "C": _("like clear steps"),
}

_ALL: dict[str, str] = {**ABILITIES, **STYLES, **ACTIVITIES, **KNOWLEDGE, **SKILLS}


def phrase(name: str) -> str:
    """An element's name in everyday words; a name we have none for, in lower case."""
    return _ALL.get(name, name.lower())
